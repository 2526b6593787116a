package dev.hexlink.redis;

import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.contracts.RateLimiterContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisRateLimiterTest implements RateLimiterContract {
  @RegisterExtension
  static final TwoInstances INSTANCES = new TwoInstances();

  @Override
  public RateLimiter rateLimiter() {
    return INSTANCES.next().limiter();
  }

  @Override
  public Optional<RateLimiter> unreachableRateLimiter() {
    return Optional.of(INSTANCES.unreachable().limiter());
  }

  @Override
  public void advance(Duration time) {
    Waiting.forAsLongAs(time);
  }
}
