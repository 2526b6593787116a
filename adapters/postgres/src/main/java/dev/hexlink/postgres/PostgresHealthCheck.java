package dev.hexlink.postgres;

import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.StoreChoice;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Asks whether Postgres answers. */
@Singleton
@Named(StoreChoice.POSTGRES)
final class PostgresHealthCheck implements HealthCheck {
  private final PostgresStore store;

  PostgresHealthCheck(PostgresStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return StoreChoice.POSTGRES;
  }

  @Override
  public Health check() {
    return store.check();
  }
}
