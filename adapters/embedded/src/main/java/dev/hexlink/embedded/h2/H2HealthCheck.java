package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.HealthCheck;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Asks whether the H2 file answers. */
@Singleton
@Named("h2")
final class H2HealthCheck implements HealthCheck {
  private final H2Store store;

  H2HealthCheck(H2Store store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public Health check() {
    return store.check();
  }
}
