package dev.hexlink.rabbitmq;

import java.time.Duration;

/** When something must have happened, on the clock of {@link System#nanoTime()}. */
record Deadline(long nanoTime) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** How many nanoseconds are left; 0 when it is over. */
  long left() {
    return Math.max(0, nanoTime - System.nanoTime());
  }

  boolean isOver() {
    return left() == 0;
  }
}
