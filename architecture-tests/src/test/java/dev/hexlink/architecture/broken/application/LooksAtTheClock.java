package dev.hexlink.architecture.broken.application;

import java.time.Instant;

/** The application reads the system's clock. */
public final class LooksAtTheClock {
  public Instant time() {
    return Instant.now();
  }
}
