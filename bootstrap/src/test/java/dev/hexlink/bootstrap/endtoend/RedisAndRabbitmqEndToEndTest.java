package dev.hexlink.bootstrap.endtoend;

import org.junit.jupiter.api.Tag;

/** Hexlink with its links in its own store, what may be forgotten in Redis, and visits sent through RabbitMQ. */
@Tag("server")
class RedisAndRabbitmqEndToEndTest extends EndToEndCases {
  @Override
  Mix mix() {
    return Mix.redisAndRabbitmq();
  }
}
