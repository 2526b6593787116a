package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A queue in the heap, which hands over when told, and may confirm less than it was given. */
public final class HeapQueue implements VisitQueue {
  public final Outage outage = new Outage(() -> new VisitQueueUnavailable("switched off"));
  public final Outage fatal = new Outage(() -> new IllegalStateException("a bug"));
  /** How many ids of a batch are left unconfirmed next time, though the batch is taken. */
  public int unconfirmedNext;
  /** How many visits were published, repetitions included. */
  public final List<VisitId> published = new ArrayList<>();
  private final boolean direct;
  private final Deque<List<Visit>> waiting = new ArrayDeque<>();
  private Consumer<List<Visit>> worker = _ -> {};

  /** @param direct whether it hands over at once, so that what is confirmed is done */
  public HeapQueue(boolean direct) {
    this.direct = direct;
  }

  @Override
  public synchronized Set<VisitId> publish(List<Visit> batch) {
    outage.check();
    fatal.check();
    Set<VisitId> confirmed = new HashSet<>();
    batch.stream().skip(unconfirmedNext).map(Visit::id).forEach(confirmed::add);
    unconfirmedNext = 0;
    batch.forEach(visit -> published.add(visit.id()));
    if (direct) {
      worker.accept(batch);
    } else {
      waiting.add(batch);
    }
    return confirmed;
  }

  /** Hands over the batch that waits longest; it waits on when the worker throws. */
  public void handOver() {
    List<Visit> batch = next();
    if (batch != null) {
      try {
        worker.accept(batch);
      } catch (RuntimeException e) {
        putBack(batch);
      }
    }
  }

  /** Loses the batch that waits longest, as no queue should. */
  public synchronized void lose() {
    waiting.poll();
  }

  /** Delivers the batch that waits longest twice. */
  public synchronized void repeat() {
    List<Visit> batch = waiting.peek();
    if (batch != null) {
      waiting.add(batch);
    }
  }

  public synchronized int waiting() {
    return waiting.size();
  }

  public synchronized int publishedCount() {
    return published.size();
  }

  private synchronized @Nullable List<Visit> next() {
    return waiting.poll();
  }

  private synchronized void putBack(List<Visit> batch) {
    waiting.add(batch);
  }

  @Override
  public synchronized void deliverTo(Consumer<List<Visit>> to) {
    worker = to;
  }

  @Override
  public synchronized Depth depth() {
    outage.check();
    return new Depth(waiting.size(), 0);
  }

  @Override
  public long redrive() {
    outage.check();
    return 0;
  }

  @Override
  public void close() {}
}
