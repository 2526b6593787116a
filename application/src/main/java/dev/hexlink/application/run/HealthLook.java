package dev.hexlink.application.run;

import dev.hexlink.application.api.Readiness;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.HealthCheck.Health;
import java.util.List;

/** Asks every chosen adapter how it is. */
public final class HealthLook implements Readiness {
  private final List<HealthCheck> checks;

  public HealthLook(List<HealthCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  @Override
  public List<Check> look() {
    return checks.stream().map(HealthLook::look).toList();
  }

  private static Check look(HealthCheck check) {
    try {
      Health health = check.check();
      return new Check(check.name(), health.up(), health.detail());
    } catch (RuntimeException e) {
      return new Check(check.name(), false, e.getClass().getSimpleName());
    }
  }
}
