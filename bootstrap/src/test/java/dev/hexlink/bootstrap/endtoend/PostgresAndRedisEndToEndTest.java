package dev.hexlink.bootstrap.endtoend;

import org.junit.jupiter.api.Tag;

/** Hexlink with its links in Postgres and what may be forgotten in Redis. */
@Tag("server")
class PostgresAndRedisEndToEndTest extends EndToEndCases {
  @Override
  Mix mix() {
    return Mix.postgresAndRedis();
  }
}
