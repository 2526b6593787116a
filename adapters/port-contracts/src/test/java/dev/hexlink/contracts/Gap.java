package dev.hexlink.contracts;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The moment between a check and the act it was meant for, in which others come first. */
final class Gap {
  private Gap() {}

  static void pass() {
    LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
  }
}
