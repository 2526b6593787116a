package dev.hexlink.rabbitmq;

import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Publishes without end, as the forwarder does: what is not confirmed is published again, until it is. */
final class Forwarding implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Set<VisitId> confirmed = ConcurrentHashMap.newKeySet();
  private final AtomicLong longestNanos = new AtomicLong();
  private final VisitQueue queue;
  private final Seeded some;
  private final int batch;
  private final Thread thread;
  private volatile boolean stopping;

  private Forwarding(VisitQueue queue, Seeded some, int batch) {
    this.queue = queue;
    this.some = some;
    this.batch = batch;
    this.thread = Thread.ofPlatform().daemon().name("forwarding").start(this::run);
  }

  static Forwarding to(VisitQueue queue, Seeded some, int batch) {
    return new Forwarding(queue, some, batch);
  }

  private void run() {
    List<Visit> next = SomeVisits.of(some, batch);
    while (!stopping) {
      long start = System.nanoTime();
      try {
        Set<VisitId> taken = queue.publish(next);
        confirmed.addAll(taken);
        next = taken.size() == next.size() ? SomeVisits.of(some, batch) : next;
      } catch (VisitQueueUnavailable e) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
    }
  }

  /** What was confirmed so far. */
  Set<VisitId> confirmed() {
    return confirmed;
  }

  /** How long it took at most to publish, or not. */
  Duration longest() {
    return Duration.ofNanos(longestNanos.get());
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a test", e);
    }
  }
}
