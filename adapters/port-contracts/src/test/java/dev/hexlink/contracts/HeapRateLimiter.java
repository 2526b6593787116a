package dev.hexlink.contracts;

import dev.hexlink.application.spi.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Buckets on the heap, under one lock, with a clock that is moved by hand: each is known by when it will be full again. */
class HeapRateLimiter implements RateLimiter {
  final Alone alone = new Alone();
  final Map<String, Instant> fullAt = new ConcurrentHashMap<>();
  private Instant now = Instant.EPOCH;

  void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Grant take(String bucket, int wanted, Rate rate) {
    return alone.get(() -> {
      Duration lacking = lacking(bucket);
      int granted = Math.min(wanted, units(lacking, rate));
      Duration after = lacking.plus(perUnit(rate).multipliedBy(granted));
      fullAt.put(bucket, now.plus(after));
      return grant(granted, after, rate);
    });
  }

  Duration lacking(String bucket) {
    Instant full = fullAt.getOrDefault(bucket, now);
    return full.isAfter(now) ? Duration.between(now, full) : Duration.ZERO;
  }

  static int units(Duration lacking, Rate rate) {
    return (int) Math.max(0, rate.per().minus(lacking).dividedBy(perUnit(rate)));
  }

  static Duration perUnit(Rate rate) {
    return rate.per().dividedBy(rate.units());
  }

  Grant grant(int granted, Duration lacking, Rate rate) {
    int remaining = units(lacking, rate);
    Duration retryAfter = remaining > 0 ? Duration.ZERO : lacking.plus(perUnit(rate)).minus(rate.per());
    return new Grant(granted, remaining, retryAfter, lacking);
  }
}
