package org.example.tollgate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The buckets of the tollgate, by the generic cell rate algorithm: a bucket is the moment at which it will be full again. For one thread.
 */
final class Buckets {
  private static final int TIDY_ABOVE = 100_000;
  private final Map<String, Long> fullAt = new HashMap<>();
  private final LongSupplier clock;

  /**
   * @param clock nanoseconds that only go forward
   */
  Buckets(LongSupplier clock) {
    this.clock = clock;
  }

  /** How many units are granted and how many are left, and the nanoseconds until one more is there and until all are. */
  String take(String bucket, int wanted, int units, long per) {
    long now = clock.getAsLong();
    tidy(now);
    long perUnit = Math.max(1, Math.ceilDiv(per, units));
    long missing = Math.clamp(fullAt.getOrDefault(bucket, now) - now, 0, perUnit * units);
    long granted = Math.min(wanted, units - Math.ceilDiv(missing, perUnit));
    long after = missing + granted * perUnit;
    fullAt.put(bucket, now + after);
    long left = units - Math.ceilDiv(after, perUnit);
    long untilOne = left > 0 ? 0 : after - perUnit * (units - 1L);
    return granted + " " + left + " " + untilOne + " " + after;
  }

  private void tidy(long now) {
    if (fullAt.size() > TIDY_ABOVE) {
      fullAt.values().removeIf(full -> full - now <= 0);
    }
  }
}
