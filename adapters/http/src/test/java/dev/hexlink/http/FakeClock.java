package dev.hexlink.http;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** Time, standing still. */
@Factory
final class FakeClock {
  @Singleton
  Clock clock() {
    return Clock.fixed(Samples.NOW, ZoneOffset.UTC);
  }
}
