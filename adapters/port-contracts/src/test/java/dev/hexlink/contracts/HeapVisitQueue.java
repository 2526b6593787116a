package dev.hexlink.contracts;

import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A queue on the heap: takes batches at once, and hands them out on a thread of its own, those that failed again behind the others. */
class HeapVisitQueue implements VisitQueue {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<List<Visit>> waiting = new ArrayDeque<>();
  private @Nullable Thread deliverer;
  private boolean closed;

  @Override
  public Set<VisitId> publish(List<Visit> batch) {
    lock.lock();
    try {
      if (closed) {
        throw new VisitQueueUnavailable("the queue is closed");
      }
      waiting.add(batch);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return batch.stream().map(Visit::id).collect(Collectors.toSet());
  }

  @Override
  public void deliverTo(Consumer<List<Visit>> worker) {
    deliverer = Thread.ofPlatform().daemon().name("heap-queue").start(() -> deliver(worker));
  }

  private void deliver(Consumer<List<Visit>> worker) {
    for (List<Visit> batch = next(); !batch.isEmpty(); batch = next()) {
      try {
        worker.accept(batch);
      } catch (RuntimeException e) {
        failed(batch);
      }
    }
  }

  /** The next batch; empty when the queue is closed. */
  private List<Visit> next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      return closed ? List.of() : waiting.remove();
    } finally {
      lock.unlock();
    }
  }

  void failed(List<Visit> batch) {
    Gap.pass();
    lock.lock();
    try {
      waiting.add(batch);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Depth depth() {
    lock.lock();
    try {
      return new Depth(waiting.size(), 0);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long redrive() {
    return 0;
  }

  @Override
  public void close() {
    stop();
    awaitDelivery();
  }

  void stop() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitDelivery() {
    try {
      if (deliverer != null) {
        deliverer.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
