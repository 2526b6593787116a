package dev.hexlink.bootstrap.endtoend;

import org.junit.jupiter.api.Tag;

/** Hexlink with its links in Postgres. */
@Tag("server")
class PostgresAloneEndToEndTest extends EndToEndCases {
  @Override
  Mix mix() {
    return Mix.postgresAlone();
  }
}
