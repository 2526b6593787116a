package dev.hexlink.journal;

import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.VisitJournal;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Offers the journals by name: {@code segments}, the crash-safe one, and {@code off}, which keeps visits in memory. */
@Factory
final class JournalFactory {
  private static final String SEGMENTS = "segments";
  private static final String OFF = "off";
  private static final String FOLDER = "journal";
  private static final int MOST_VISITS_IN_MEMORY = 250_000;

  @Singleton
  @Bean(preDestroy = "close")
  @Named(SEGMENTS)
  VisitJournal segments(@Value("${hexlink.data:./data}") Path data, JournalConfiguration configuration,
      InstantSource time, @Nullable RandomGenerator random) {
    return SegmentJournal.open(data.resolve(FOLDER), configuration, time, orSecure(random));
  }

  @Singleton
  @Bean(preDestroy = "close")
  @Named(OFF)
  VisitJournal off(@Nullable RandomGenerator random) {
    return new HeapJournal(MOST_VISITS_IN_MEMORY, orSecure(random));
  }

  @Singleton
  @Named(SEGMENTS)
  HealthCheck segmentsHealth(@Named(SEGMENTS) VisitJournal journal) {
    return new JournalHealth(journal);
  }

  @Singleton
  @Named(OFF)
  HealthCheck offHealth(@Named(OFF) VisitJournal journal) {
    return new JournalHealth(journal);
  }

  private static RandomGenerator orSecure(@Nullable RandomGenerator random) {
    return random == null ? new SecureRandom() : random;
  }
}
