package dev.hexlink.embedded.memory;

import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.contracts.RateLimiterContract;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

class MemoryRateLimiterTest implements RateLimiterContract {
  private final AtomicLong nanos = new AtomicLong();
  private final RateLimiter limiter = new MemoryRateLimiter(nanos::get);

  @Override
  public RateLimiter rateLimiter() {
    return limiter;
  }

  @Override
  public Optional<RateLimiter> unreachableRateLimiter() {
    return Optional.empty();
  }

  @Override
  public void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
