package dev.hexlink.http.operation;

import dev.hexlink.application.api.Vital;
import dev.hexlink.application.api.Vitals;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.List;

/** Publishes the figures of the running system as meters that are read when they are asked for. */
@Singleton
final class VitalMeters implements MeterBinder {
  /** Counters only refer weakly to what they read. */
  private final List<Vital> vitals;

  VitalMeters(Vitals vitals) {
    this.vitals = vitals.all();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    vitals.forEach(vital -> bind(vital, registry));
  }

  private static void bind(Vital vital, MeterRegistry registry) {
    if (vital.counting()) {
      FunctionCounter.builder(vital.name(), vital, it -> it.value().getAsDouble()).description(vital.description())
          .register(registry);
    } else {
      Gauge.builder(vital.name(), vital, it -> it.value().getAsDouble()).description(vital.description())
          .strongReference(true).register(registry);
    }
  }
}
