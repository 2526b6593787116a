package dev.hexlink.application.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls away from something that does not answer: after so many failures in a row it opens for a while, then lets one call through to see.
 * Source of the pattern: Nygard, "Release It!", 2007.
 */
final class Breaker {
  private final int failuresToOpen;
  private final Duration pause;
  private final InstantSource clock;
  private int failures;
  private @Nullable Instant openUntil;

  Breaker(int failuresToOpen, Duration pause, InstantSource clock) {
    this.failuresToOpen = failuresToOpen;
    this.pause = pause;
    this.clock = clock;
  }

  /** Whether a call may go through now. */
  synchronized boolean admits() {
    if (openUntil == null) {
      return true;
    }
    if (clock.instant().isBefore(openUntil)) {
      return false;
    }
    openUntil = clock.instant().plus(pause);
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
    openUntil = null;
  }

  synchronized void failed() {
    failures++;
    if (failures >= failuresToOpen) {
      openUntil = clock.instant().plus(pause);
    }
  }

  synchronized boolean isOpen() {
    return openUntil != null;
  }
}
