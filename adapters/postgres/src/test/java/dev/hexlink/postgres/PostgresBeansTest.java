package dev.hexlink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.WorkerNumbers;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.TemporaryStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresBeansTest {
  private static final List<Class<?>> PORTS = List.of(Links.class, Visits.class, VisitBudget.class, CodeCounter.class,
      WorkerNumbers.class, ApiKeys.class, Installation.class, HealthCheck.class);

  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @Test
  void everyAdapterIsOfferedUnderItsName() {
    try (ApplicationContext context = ApplicationContext.run(POSTGRES.properties())) {
      for (Class<?> port : PORTS) {
        assertThat(context.findBean(port, Qualifiers.byName("postgres"))).as("%s", port).isPresent();
      }
      assertThat(health(context)).isEqualTo(HealthCheck.Health.UP);
    }
  }

  @Test
  void nothingIsMadeWhereAnotherStoreIsChosen() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("hexlink.adapters.links", "h2"))) {
      assertThat(context.findBean(DataSource.class)).isEmpty();
      assertThat(context.getActiveBeanRegistrations(PostgresStore.class)).isEmpty();
      assertThat(context.findBean(CodeCounter.class, Qualifiers.byName("postgres"))).isPresent();
    }
  }

  @Test
  void anAbsentServerIsSaidInOneLineWithoutSecrets() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("hexlink.adapters.links", "postgres",
        "hexlink.postgres.url", "jdbc:postgresql://127.0.0.1:1/hexlink?password=s3cret", "hexlink.postgres.user",
        "somebody", "hexlink.postgres.password", "s3cret"))) {
      HealthCheck.Health health = health(context);
      assertThat(health.up()).isFalse();
      assertThat(health.detail()).contains("127.0.0.1:1").doesNotContain("s3cret").hasLineCount(1);
    }
  }

  private static HealthCheck.Health health(ApplicationContext context) {
    return context.getBean(HealthCheck.class, Qualifiers.byName("postgres")).check();
  }
}
