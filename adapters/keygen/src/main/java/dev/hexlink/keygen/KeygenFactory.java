package dev.hexlink.keygen;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.HealthCheck;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Offers the counter that asks key generators, before the counter of whichever store was chosen. */
@Factory
final class KeygenFactory {
  private static final String NAME = "keygen";

  @Singleton
  @Bean(preDestroy = "close")
  KeyGenerators generators(KeygenConfiguration configuration) {
    return KeyGenerators.of(configuration);
  }

  @Singleton
  @Named(NAME)
  CodeCounter counter(KeyGenerators generators, BeanContext beans, Clock clock,
      @Property(name = "hexlink.adapters.links", defaultValue = "h2") String store) {
    return new KeygenCodeCounter(generators, beans.getBean(CodeCounter.class, Qualifiers.byName(store)), clock);
  }

  @Singleton
  @Named(NAME)
  HealthCheck health(KeyGenerators generators) {
    return new KeygenHealthCheck(generators);
  }
}
