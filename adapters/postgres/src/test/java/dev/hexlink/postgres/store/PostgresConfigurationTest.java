package dev.hexlink.postgres.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresConfigurationTest {
  @Test
  void defaults() {
    assertThat(bound(Map.of())).isEqualTo(new PostgresConfiguration("jdbc:postgresql://localhost:5432/hexlink", null,
        null, null, null, null, null, Duration.ofMillis(250), 8, 8, 4, 4));
  }

  @Test
  void mapping() {
    assertThat(bound(Map.ofEntries(Map.entry("hexlink.postgres.url", "jdbc:postgresql://one/a"),
        Map.entry("hexlink.postgres.user", "b"), Map.entry("hexlink.postgres.password", "c"),
        Map.entry("hexlink.postgres.migration-url", "jdbc:postgresql://two/d"),
        Map.entry("hexlink.postgres.migration-user", "e"), Map.entry("hexlink.postgres.migration-password", "f"),
        Map.entry("hexlink.postgres.replica-url", "jdbc:postgresql://three/g"),
        Map.entry("hexlink.postgres.redirect-wait", "2s"),
        Map.entry("hexlink.postgres.redirect-connections", "1"), Map.entry("hexlink.postgres.api-connections", "2"),
        Map.entry("hexlink.postgres.worker-connections", "3"),
        Map.entry("hexlink.postgres.statistics-connections", "5"))))
        .isEqualTo(new PostgresConfiguration("jdbc:postgresql://one/a", "b", "c", "jdbc:postgresql://two/d", "e", "f",
            "jdbc:postgresql://three/g", Duration.ofSeconds(2), 1, 2, 3, 5));
  }

  @Test
  void secretsAreNotShown() {
    assertThat(new PostgresConfiguration("jdbc:postgresql://one/a?password=s3cret", "b", "s3cret", null, "c", "s3cret",
        null, Duration.ofSeconds(1), 1, 1, 1, 1).toString()).doesNotContain("s3cret");
  }

  @Test
  void whatCannotBeIsRefusedByItsKey() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PostgresConfiguration("jdbc:h2:mem:a", null, null, null,
        null, null, null, Duration.ofSeconds(1), 1, 1, 1, 1)).withMessageContaining("hexlink.postgres.url");
    assertThatIllegalArgumentException().isThrownBy(() -> new PostgresConfiguration("jdbc:postgresql://one/a", null,
        null, null, null, null, null, Duration.ofSeconds(1), 1, 1, 0, 1))
        .withMessageContaining("hexlink.postgres.worker-connections");
    assertThatIllegalArgumentException().isThrownBy(() -> new PostgresConfiguration("jdbc:postgresql://one/a", null,
        null, null, null, null, null, Duration.ofMillis(249), 1, 1, 1, 1))
        .withMessageContaining("hexlink.postgres.redirect-wait");
  }

  private static PostgresConfiguration bound(Map<String, Object> properties) {
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      return context.getBean(PostgresConfiguration.class);
    }
  }
}
