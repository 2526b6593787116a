package dev.hexlink.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodePool;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.WorkerNumbers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBeansTest {
  @TempDir
  Path folder;

  @Test
  void everyAdapterIsOfferedUnderItsName() {
    try (ApplicationContext context = context()) {
      for (Class<?> port : List.of(Links.class, Visits.class, VisitBudget.class, CodeCounter.class, WorkerNumbers.class,
          ApiKeys.class, Installation.class, HotLinks.class, StoreContents.class, HealthCheck.class)) {
        assertThat(context.findBean(port, Qualifiers.byName("h2"))).as("%s", port).isPresent();
      }
      for (Class<?> port : List.of(LinkCache.class, LiveCounters.class, CodePool.class, RateLimiter.class)) {
        assertThat(context.findBean(port, Qualifiers.byName("memory"))).as("%s", port).isPresent();
      }
      assertThat(context.findBean(VisitQueue.class, Qualifiers.byName("direct"))).isPresent();
      assertThat(context.getBean(HealthCheck.class, Qualifiers.byName("h2")).check().up()).isTrue();
    }
  }

  @Test
  void noFileIsOpenedUntilAnAdapterIsAskedFor() {
    try (ApplicationContext context = context()) {
      var _ = context.getBean(LinkCache.class, Qualifiers.byName("memory"));
      assertThat(folder.resolve("data")).doesNotExist();
      var _ = context.getBean(Links.class, Qualifiers.byName("h2"));
      assertThat(folder.resolve("data/hexlink.mv.db")).exists();
    }
  }

  @Test
  void theEndOfTheContextClosesTheFile() {
    ApiKeys.ApiKey key = new ApiKeys.ApiKey("ab".repeat(32), "first", Instant.parse("2026-11-22T00:00:00Z"));
    try (ApplicationContext context = context()) {
      context.getBean(ApiKeys.class, Qualifiers.byName("h2")).add(key);
    }
    assertThat(folder.resolve("data")).isDirectoryContaining("glob:**/hexlink.mv.db")
        .isDirectoryNotContaining(file -> !file.endsWith("hexlink.mv.db"));
    try (ApplicationContext context = context()) {
      assertThat(context.getBean(ApiKeys.class, Qualifiers.byName("h2")).find(key.digest())).contains(key);
    }
  }

  private ApplicationContext context() {
    return ApplicationContext.run(Map.of("hexlink.data", folder.resolve("data").toString()));
  }
}
