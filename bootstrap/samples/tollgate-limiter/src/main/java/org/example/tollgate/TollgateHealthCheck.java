package org.example.tollgate;

import dev.hexlink.application.spi.HealthCheck;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Asks whether the tollgate answers. */
@Singleton
@Named("tollgate")
final class TollgateHealthCheck implements HealthCheck {
  private final TollgateClient client;

  TollgateHealthCheck(TollgateClient client) {
    this.client = client;
  }

  @Override
  public String name() {
    return "tollgate";
  }

  @Override
  public Health check() {
    try {
      client.ping();
      return Health.UP;
    } catch (IOException e) {
      return Health.down("no answer from " + client.address());
    }
  }
}
