package dev.hexlink.redis;

import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.spi.HealthCheck;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;

/** Asks whether Redis answers. */
@Singleton
@Named("redis")
final class RedisHealthCheck implements HealthCheck {
  private final RedisServer server;

  RedisHealthCheck(RedisServer server) {
    this.server = server;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public Health check() {
    return server.check();
  }

  @Override
  public List<Degradation> degradations() {
    return server.degradations();
  }
}
