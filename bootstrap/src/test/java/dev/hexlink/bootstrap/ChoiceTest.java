package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hexlink.application.api.Role;
import dev.hexlink.application.api.StartRefused;
import dev.hexlink.bootstrap.configuration.Access;
import dev.hexlink.bootstrap.configuration.AdaptersConfiguration;
import dev.hexlink.bootstrap.configuration.HexlinkConfiguration;
import dev.hexlink.journal.JournalConfiguration;
import dev.hexlink.journal.JournalConfiguration.Sync;
import dev.hexlink.keygen.KeygenConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {
  private static final Set<String> STORES = Set.of("h2", "postgres");
  private static final AdaptersConfiguration EMBEDDED = new AdaptersConfiguration("h2", "memory", "h2", "direct",
      "memory");

  private static final KeygenConfiguration NO_KEYGEN = new KeygenConfiguration(List.of(), null, Duration.ofMillis(500));

  @Test
  void theDefaultsFitTogether() {
    assertThat(choice(EMBEDDED, Set.of(Role.values()))).hasToString(
        "links h2, cache memory, counter h2, queue direct, limits memory, journal segments");
  }

  @Test
  void aJournalThatIsSwitchedOffIsStillAnAdapter() {
    assertThat(new Choice(EMBEDDED, journal(false), NO_KEYGEN, roles(Set.of(Role.WORKER)), STORES).journal())
        .isEqualTo("off");
  }

  @Test
  void theDirectQueueNeedsAWorkerHere() {
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> choice(EMBEDDED, Set.of(Role.REDIRECT, Role.API)))
        .withMessage(
            "hexlink.roles is \"redirect, api\", and hexlink.adapters.queue is \"direct\", which hands visits to"
                + " a worker in this process; add the role worker, or choose a queue that leads elsewhere");
  }

  @Test
  void whereNoLinkIsFollowedTheDirectQueueNeedsNoWorker() {
    for (Role role : List.of(Role.API, Role.KEYGEN)) {
      assertThat(choice(EMBEDDED, Set.of(role)).adapters().queue()).isEqualTo("direct");
    }
  }

  @Test
  void anotherQueueNeedsNoWorkerHere() {
    assertThat(
        choice(new AdaptersConfiguration("h2", "memory", "h2", "rabbitmq", "memory"), Set.of(Role.REDIRECT)).names())
        .containsExactlyInAnyOrder("h2", "memory", "rabbitmq", "segments");
  }

  @ParameterizedTest
  @CsvSource({"postgres,h2", "h2,postgres"})
  void aCounterInAnotherStoreThanTheLinksIsRefused(String links, String counter) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> choice(new AdaptersConfiguration(links, "memory", counter, "direct", "memory"),
            Set.of(Role.values())))
        .withMessageStartingWith("hexlink.adapters.counter is \"" + counter
            + "\", a store that hexlink.adapters.links (\"" + links + "\")");
  }

  @ParameterizedTest
  @CsvSource({"postgres,redis", "h2,redis", "postgres,keygen", "h2,keygen"})
  void aCounterThatIsNoStoreGoesWithEveryStore(String links, String counter) {
    AdaptersConfiguration adapters = new AdaptersConfiguration(links, "redis", counter, "direct", "redis");

    assertThat(new Choice(adapters, journal(true), keygen("http://keygen:8080", "key"), roles(Set.of(Role.values())),
        STORES).names()).contains(links, counter);
  }

  @ParameterizedTest
  @CsvSource({"hexlink.keygen.url,'',key", "hexlink.keygen.key,http://keygen:8080,"})
  void aKeyGeneratorIsAskedAtAnAddressWithAKey(String setting, String url, @Nullable String key) {
    AdaptersConfiguration adapters = new AdaptersConfiguration("postgres", "memory", "keygen", "direct", "memory");

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () -> new Choice(adapters, journal(true), keygen(url, key), roles(Set.of(Role.values())), STORES))
        .withMessageStartingWith("hexlink.adapters.counter is \"keygen\", and " + setting + " is not set; ");
  }

  @Test
  void whatIsOnlyWeakerIsSaidAloud() {
    assertThat(choice(EMBEDDED, Set.of(Role.values())).weaknesses()).isEmpty();
    assertThat(new Choice(EMBEDDED, journal(false), NO_KEYGEN, roles(Set.of(Role.WORKER)), STORES).weaknesses())
        .containsExactly("hexlink.journal.enabled is false: a crash loses the visits that are not yet stored");
    assertThat(
        choice(new AdaptersConfiguration("postgres", "memory", "postgres", "rabbitmq", "memory"), Set.of(Role.API))
            .weaknesses())
        .hasSize(2).allMatch(weakness -> weakness.contains("with several instances"));
  }

  private static Choice choice(AdaptersConfiguration adapters, Set<Role> roles) {
    return new Choice(adapters, journal(true), NO_KEYGEN, roles(roles), STORES);
  }

  private static HexlinkConfiguration roles(Set<Role> roles) {
    return new HexlinkConfiguration(Path.of("data"), null, List.of(), roles, "default", Access.OPEN, null);
  }

  private static KeygenConfiguration keygen(String url, @Nullable String key) {
    return new KeygenConfiguration(List.of(url), key, Duration.ofMillis(500));
  }

  private static JournalConfiguration journal(boolean enabled) {
    return new JournalConfiguration(enabled, Sync.GROUP, Duration.ofMillis(5), 1 << 20, 1 << 30, Duration.ofHours(24));
  }
}
