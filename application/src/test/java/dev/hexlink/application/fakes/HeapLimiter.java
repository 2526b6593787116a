package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.application.spi.RateLimiterUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Buckets in the heap that never fill again. */
public final class HeapLimiter implements RateLimiter {
  public final Outage outage = new Outage(() -> new RateLimiterUnavailable("switched off", new Exception("outage")));
  private final Map<String, Integer> taken = new HashMap<>();

  @Override
  public synchronized Grant take(String bucket, int wanted, Rate rate) {
    outage.check();
    int left = rate.units() - taken.getOrDefault(bucket, 0);
    int granted = Math.clamp(wanted, 0, left);
    taken.merge(bucket, granted, Integer::sum);
    return new Grant(granted, left - granted, left > granted ? Duration.ZERO : rate.per(), rate.per());
  }
}
