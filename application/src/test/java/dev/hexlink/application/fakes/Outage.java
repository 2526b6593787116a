package dev.hexlink.application.fakes;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A switch that keeps a port from answering. */
public final class Outage {
  private final AtomicBoolean on = new AtomicBoolean();
  private final AtomicInteger next = new AtomicInteger();
  private final Supplier<? extends RuntimeException> failure;

  public Outage(Supplier<? extends RuntimeException> failure) {
    this.failure = failure;
  }

  public void begin() {
    on.set(true);
  }

  public void end() {
    on.set(false);
    next.set(0);
  }

  /** Lets so many calls fail, and then no more. */
  public void forNext(int calls) {
    next.set(calls);
  }

  public void check() {
    if (on.get() || next.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw failure.get();
    }
  }
}
