package dev.hexlink.redis;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Meets Redis when the first adapter that stands on it is asked for. */
@Factory
final class RedisFactory {
  static final String NAME = "redis";

  @Singleton
  @Bean(preDestroy = "close")
  RedisServer server(RedisConfiguration configuration) {
    return new RedisServer(configuration);
  }

  @Singleton
  Names names(RedisConfiguration configuration) {
    return new Names(configuration.keyPrefix());
  }
}
