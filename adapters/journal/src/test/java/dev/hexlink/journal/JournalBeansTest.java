package dev.hexlink.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.HealthCheck.Health;
import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.journal.JournalConfiguration.Sync;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalBeansTest {
  @TempDir
  private Path data;

  @Test
  void defaults() {
    try (ApplicationContext context = context(Map.of())) {
      assertThat(context.getBean(JournalConfiguration.class)).isEqualTo(
          new JournalConfiguration(true, Sync.GROUP, Duration.ofMillis(5), 64L << 20, 10L << 30, Duration.ofHours(24)));
    }
  }

  @Test
  void fullMapping() {
    Map<String, Object> keys = Map.of("hexlink.journal.sync", "wait", "hexlink.journal.sync-interval", "20ms",
        "hexlink.journal.segment-size", "1MB", "hexlink.journal.most-bytes", "20MB", "hexlink.journal.retention", "2h",
        "hexlink.journal.enabled", "false");
    try (ApplicationContext context = context(keys)) {
      assertThat(context.getBean(JournalConfiguration.class)).isEqualTo(
          new JournalConfiguration(false, Sync.WAIT, Duration.ofMillis(20), 1L << 20, 20L << 20, Duration.ofHours(2)));
    }
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    assertRefused("sync-interval", Duration.ofMillis(-1), 1 << 20, 10 << 20, Duration.ZERO);
    assertRefused("segment-size", Duration.ZERO, 100, 10 << 20, Duration.ZERO);
    assertRefused("most-bytes", Duration.ZERO, 1 << 20, 1 << 20, Duration.ZERO);
    assertRefused("retention", Duration.ZERO, 1 << 20, 10 << 20, Duration.ofHours(-1));
  }

  private static void assertRefused(String key, Duration interval, long segment, long most, Duration retention) {
    assertThatThrownBy(() -> new JournalConfiguration(true, Sync.GROUP, interval, segment, most, retention))
        .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("hexlink.journal." + key);
  }

  @Test
  void bothJournalsAreOfferedByNameAndMadeWhenAskedFor() {
    try (ApplicationContext context = context(Map.of())) {
      context.registerSingleton(Clock.class, Clock.systemUTC());
      assertThat(context.getBean(VisitJournal.class, Qualifiers.byName("off"))).isInstanceOf(HeapJournal.class);
      assertThat(data).isEmptyDirectory();
      assertThat(context.getBean(VisitJournal.class, Qualifiers.byName("segments")))
          .isInstanceOf(SegmentJournal.class);
      assertThat(data.resolve("journal")).isDirectory();
      HealthCheck health = context.getBean(HealthCheck.class, Qualifiers.byName("segments"));
      assertThat(health.name()).isEqualTo("journal");
      assertThat(health.check()).isEqualTo(Health.UP);
    }
    try (Workbench bench = new Workbench(data.resolve("journal"))) {
      assertThat(bench.open().epochs()).as("the end of the context has closed it").hasSize(1);
    }
  }

  private ApplicationContext context(Map<String, Object> keys) {
    return ApplicationContext.builder().properties(keys).properties(Map.of("hexlink.data", data.toString())).start();
  }
}
