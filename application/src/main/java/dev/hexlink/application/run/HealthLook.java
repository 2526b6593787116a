package dev.hexlink.application.run;

import dev.hexlink.application.api.Readiness;
import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.HealthCheck.Health;
import java.util.List;
import java.util.stream.Stream;

/** Asks every chosen adapter how it is. */
public final class HealthLook implements Readiness {
  private final List<HealthCheck> checks;
  private final Preparation preparation;

  public HealthLook(List<HealthCheck> checks, Preparation preparation) {
    this.checks = List.copyOf(checks);
    this.preparation = preparation;
  }

  @Override
  public List<Check> look() {
    return Stream.concat(checks.stream().map(HealthLook::look), refusal()).toList();
  }

  private Stream<Check> refusal() {
    StartRefused refusal = preparation.refusal();
    return refusal == null
        ? Stream.empty()
        : Stream.of(new Check("settings", false, String.valueOf(refusal.getMessage())));
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
