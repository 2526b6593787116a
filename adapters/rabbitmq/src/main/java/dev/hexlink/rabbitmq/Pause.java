package dev.hexlink.rabbitmq;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: twice as long after each in a row, up to a bound, and never quite as long as anybody else. */
final class Pause {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  Pause(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /** The time to wait after one more failure. */
  synchronized Duration grow() {
    long half = next.toNanos() / 2;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return Duration.ofNanos(half + random.nextLong(half + 1));
  }

  /** Nothing fails any more. */
  synchronized void reset() {
    next = first;
  }
}
