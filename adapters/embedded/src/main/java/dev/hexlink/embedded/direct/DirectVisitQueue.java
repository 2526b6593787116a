package dev.hexlink.embedded.direct;

import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hands each batch to the worker in the publisher's own thread, and confirms it when the worker is done. It holds nothing, so it cannot lose
 * anything: what the worker did not do is not confirmed, and its publisher comes again.
 */
@Singleton
@Named("direct")
final class DirectVisitQueue implements VisitQueue {
  private final ReadWriteLock life = new ReentrantReadWriteLock();
  private volatile @Nullable Consumer<List<Visit>> worker;

  @Override
  public Set<VisitId> publish(List<Visit> batch) {
    life.readLock().lock();
    try {
      deliver(batch, requireWorker());
      return batch.stream().map(Visit::id).collect(Collectors.toUnmodifiableSet());
    } finally {
      life.readLock().unlock();
    }
  }

  @Override
  public void deliverTo(Consumer<List<Visit>> worker) {
    this.worker = worker;
  }

  /** Nothing waits here: what a worker did not take stays in the journal. */
  @Override
  public Depth depth() {
    requireWorker();
    return Depth.EMPTY;
  }

  @Override
  public long redrive() {
    requireWorker();
    return 0;
  }

  /** Waits for deliveries under way; publishers get no confirmation from then on. */
  @Override
  public void close() {
    life.writeLock().lock();
    try {
      worker = null;
    } finally {
      life.writeLock().unlock();
    }
  }

  private Consumer<List<Visit>> requireWorker() {
    Consumer<List<Visit>> current = worker;
    if (current == null) {
      throw new VisitQueueUnavailable("no worker takes visits");
    }
    return current;
  }

  private static void deliver(List<Visit> batch, Consumer<List<Visit>> worker) {
    try {
      worker.accept(List.copyOf(batch));
    } catch (RuntimeException e) {
      throw new VisitQueueUnavailable("the worker did not take the batch: " + e.getMessage(), e);
    }
  }
}
