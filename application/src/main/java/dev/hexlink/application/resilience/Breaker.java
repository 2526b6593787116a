package dev.hexlink.application.resilience;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls away from something that does not answer: after so many failures in a row it opens for a while, then lets one call through to see.
 * Source of the pattern: Nygard, "Release It!", 2007.
 */
public final class Breaker {
  private final int failuresToOpen;
  private final Duration pause;
  private final InstantSource clock;
  private final Degradation open;
  private int failures;
  private @Nullable Instant openUntil;

  /**
   * @param open told when it opens and when it closes
   */
  public Breaker(int failuresToOpen, Duration pause, InstantSource clock, Degradation open) {
    this.failuresToOpen = failuresToOpen;
    this.pause = pause;
    this.clock = clock;
    this.open = open;
  }

  /** Whether a call may go through now. */
  public synchronized boolean admits() {
    if (openUntil == null) {
      return true;
    }
    if (clock.instant().isBefore(openUntil)) {
      return false;
    }
    openUntil = clock.instant().plus(pause);
    return true;
  }

  /** Notes that a call was answered. */
  public synchronized void succeeded() {
    open.end();
    failures = 0;
    openUntil = null;
  }

  /** Notes that a call was not answered. */
  public synchronized void failed(String why) {
    failures++;
    if (failures >= failuresToOpen) {
      openUntil = clock.instant().plus(pause);
      open.begin(why);
    }
  }

  public synchronized boolean isOpen() {
    return openUntil != null;
  }
}
