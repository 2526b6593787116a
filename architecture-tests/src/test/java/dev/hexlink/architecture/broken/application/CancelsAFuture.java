package dev.hexlink.architecture.broken.application;

import java.util.concurrent.Future;

/** Interrupts whoever runs the future. */
public final class CancelsAFuture {
  public void giveUp(Future<?> future) {
    future.cancel(true);
  }
}
