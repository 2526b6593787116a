package dev.hexlink.redis;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try to connect: twice as long after each failure up to a bound, and by chance up to half of it less. */
record RedialDelay(Duration first, Duration longest) {
  static final RedialDelay USUAL = new RedialDelay(Duration.ofMillis(50), Duration.ofSeconds(1));

  private static final int MOST_DOUBLINGS = 20;

  Duration after(int failures, RandomGenerator random) {
    long doubled = first.toNanos() << Math.clamp(failures, 0, MOST_DOUBLINGS);
    long most = Math.min(doubled, longest.toNanos());
    return Duration.ofNanos(most - random.nextLong(most / 2 + 1));
  }
}
