package dev.hexlink.keygen;

import dev.hexlink.application.spi.HealthCheck;
import java.util.List;

/** Asks whether key generators answer. An instance can do without them, so it is never down. */
final class KeygenHealthCheck implements HealthCheck {
  private final KeyGenerators generators;

  KeygenHealthCheck(KeyGenerators generators) {
    this.generators = generators;
  }

  @Override
  public String name() {
    return "keygen";
  }

  @Override
  public Health check() {
    List<String> complaints = generators.complaints();
    String detail = String.join("; ", complaints);
    boolean silent = complaints.size() == generators.count();
    return new Health(true, silent ? "counts come from the store: " + detail : detail);
  }
}
