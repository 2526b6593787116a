package dev.hexlink.embedded.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.hexlink.application.spi.RateLimiter;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Rate limits in this process's heap, by the generic cell rate algorithm: a bucket is one moment, at which it will be full again. A bucket that
 * is full is forgotten; beyond the bound the least used are, which only ever grants too much.
 */
@Singleton
@Named("memory")
final class MemoryRateLimiter implements RateLimiter {
  private static final long MOST_BUCKETS = 500_000;

  private final Ticker ticker;
  private final Cache<String, Long> fullAt;

  MemoryRateLimiter(Ticker ticker) {
    this.ticker = ticker;
    this.fullAt = Caffeine.newBuilder().ticker(ticker).maximumSize(MOST_BUCKETS)
        .expireAfter(Expiry.<String, Long>writing((_, moment) -> Duration.ofNanos(Math.max(0, moment - ticker.read()))))
        .build();
  }

  @Override
  public Grant take(String bucket, int wanted, Rate rate) {
    if (wanted < 0) {
      throw new IllegalArgumentException("no one can take " + wanted + " units");
    }
    AtomicReference<Grant> grant = new AtomicReference<>();
    fullAt.asMap().compute(bucket, (_, held) -> {
      long now = ticker.read();
      Level level = Level.of(held == null ? 0 : held - now, rate);
      int granted = Math.min(wanted, level.available());
      Level left = level.less(granted);
      grant.setPlain(left.grant(granted));
      return left.missing == 0 ? null : now + left.missing;
    });
    return grant.getPlain();
  }

  /**
   * How far a bucket is from full.
   *
   * @param missing the time it takes to fill, in nanoseconds
   * @param perUnit the time one unit takes
   */
  private record Level(long missing, long perUnit, int units) {

    static Level of(long missing, Rate rate) {
      long perUnit = Math.max(1, Math.ceilDiv(rate.per().toNanos(), rate.units()));
      return new Level(Math.clamp(missing, 0, perUnit * rate.units()), perUnit, rate.units());
    }

    int available() {
      return (int) ((perUnit * units - missing) / perUnit);
    }

    Level less(int granted) {
      return new Level(missing + granted * perUnit, perUnit, units);
    }

    Grant grant(int granted) {
      long untilOne = available() > 0 ? 0 : missing - perUnit * (units - 1L);
      return new Grant(granted, available(), Duration.ofNanos(untilOne), Duration.ofNanos(missing));
    }
  }
}
