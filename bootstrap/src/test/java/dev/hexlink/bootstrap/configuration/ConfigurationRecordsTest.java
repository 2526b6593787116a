package dev.hexlink.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.Role;
import dev.hexlink.domain.link.Host;
import dev.hexlink.journal.JournalConfiguration;
import dev.hexlink.journal.JournalConfiguration.Sync;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each record holds when nothing is set, and when everything is. */
class ConfigurationRecordsTest {
  private static final String KEY = "000102030405060708090a0b0c0d0e0f";

  @Test
  void hexlinkDefaults() {
    assertThat(bound(HexlinkConfiguration.class, Map.of())).isEqualTo(new HexlinkConfiguration(Path.of("./data"), null,
        List.of(), Set.of(Role.REDIRECT, Role.API, Role.WORKER, Role.KEYGEN), "default", Access.OPEN, null));
  }

  @Test
  void hexlinkMapping() {
    assertThat(bound(HexlinkConfiguration.class, Map.of(
        "HEXLINK_DATA", "elsewhere",
        "HEXLINK_BASE_URL", "HTTPS://Go.Example.org/",
        "HEXLINK_DOMAINS", "one.example,two.example:8443",
        "HEXLINK_ROLES", "api, worker",
        "HEXLINK_STACK", "eu-1",
        "HEXLINK_ACCESS", "keys",
        "HEXLINK_INITIAL_API_KEY", "secret")))
        .isEqualTo(new HexlinkConfiguration(Path.of("elsewhere"), "https://go.example.org",
            List.of("one.example", "two.example:8443"), Set.of(Role.API, Role.WORKER), "eu-1", Access.KEYS, "secret"));
  }

  @Test
  void furtherHostsAreParsed() {
    assertThat(bound(HexlinkConfiguration.class, Map.of("HEXLINK_DOMAINS", "One.example")).hosts())
        .containsExactly(new Host("one.example"));
  }

  @Test
  void adaptersDefaults() {
    assertThat(bound(AdaptersConfiguration.class, Map.of()))
        .isEqualTo(new AdaptersConfiguration("h2", "memory", "h2", "direct", "memory"));
  }

  @Test
  void adaptersMapping() {
    assertThat(bound(AdaptersConfiguration.class, Map.of(
        "HEXLINK_ADAPTERS_LINKS", "postgres",
        "HEXLINK_ADAPTERS_CACHE", "redis",
        "HEXLINK_ADAPTERS_COUNTER", "keygen",
        "HEXLINK_ADAPTERS_QUEUE", "rabbitmq",
        "HEXLINK_ADAPTERS_LIMITS", "mine")))
        .isEqualTo(new AdaptersConfiguration("postgres", "redis", "keygen", "rabbitmq", "mine"));
  }

  @Test
  void codesDefaults() {
    assertThat(bound(CodesConfiguration.class, Map.of())).isEqualTo(new CodesConfiguration(Policy.LEASED_COUNTER, null,
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 8, 1_000, 10_000, 5_000, 12, 1));
  }

  @Test
  void codesMapping() {
    assertThat(bound(CodesConfiguration.class, Map.of(
        "HEXLINK_CODES_POLICY", "pool",
        "HEXLINK_CODES_KEY", KEY,
        "HEXLINK_CODES_ALPHABET", "0123456789abcdef",
        "HEXLINK_CODES_SHORTEST_LENGTH", "6",
        "HEXLINK_CODES_BLOCK_SIZE", "7",
        "HEXLINK_CODES_POOL_CAPACITY", "9",
        "HEXLINK_CODES_POOL_REFILL_BELOW", "8",
        "HEXLINK_CODES_RANDOM_LENGTH", "20",
        "HEXLINK_CODES_SHORTEST_SLUG", "3")))
        .isEqualTo(new CodesConfiguration(Policy.POOL, KEY, "0123456789abcdef", 6, 7, 9, 8, 20, 3));
  }

  @Test
  void limitsDefaultsAndMapping() {
    assertThat(bound(LimitsConfiguration.class, Map.of())).isEqualTo(new LimitsConfiguration(1_000, 1_024));
    assertThat(bound(LimitsConfiguration.class, Map.of("HEXLINK_LIMITS_CREATES_PER_MINUTE", "0",
        "HEXLINK_LIMITS_REQUESTS_AT_ONCE", "4")))
        .isEqualTo(new LimitsConfiguration(0, 4));
  }

  @Test
  void journalDefaults() {
    assertThat(bound(JournalConfiguration.class, Map.of())).isEqualTo(new JournalConfiguration(true, Sync.GROUP,
        Duration.ofMillis(5), 64L << 20, 10L << 30, Duration.ofHours(24)));
  }

  @Test
  void journalMapping() {
    assertThat(bound(JournalConfiguration.class, Map.of(
        "HEXLINK_JOURNAL_ENABLED", "false",
        "HEXLINK_JOURNAL_SYNC", "wait",
        "HEXLINK_JOURNAL_SYNC_INTERVAL", "7ms",
        "HEXLINK_JOURNAL_SEGMENT_SIZE", "1MB",
        "HEXLINK_JOURNAL_MOST_BYTES", "1GB",
        "HEXLINK_JOURNAL_RETENTION", "2h")))
        .isEqualTo(new JournalConfiguration(false, Sync.WAIT, Duration.ofMillis(7), 1L << 20, 1L << 30,
            Duration.ofHours(2)));
  }

  @Test
  void secretsAreNotShown() {
    assertThat(bound(HexlinkConfiguration.class, Map.of("HEXLINK_INITIAL_API_KEY", "s3cret")).toString())
        .doesNotContain("s3cret");
    assertThat(bound(CodesConfiguration.class, Map.of("HEXLINK_CODES_KEY", KEY)).toString()).doesNotContain(KEY);
  }

  private static <T> T bound(Class<T> type, Map<String, String> variables) {
    try (ApplicationContext context = Contexts.with(variables, Map.of())) {
      return context.getBean(type);
    }
  }
}
