package dev.hexlink.architecture.broken.embedded;

import java.util.concurrent.ExecutorService;

/** Interrupts whoever is in there. */
public final class ShutsDownNow {
  public void stop(ExecutorService executor) {
    executor.shutdownNow();
  }
}
