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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final Set<String> STORES = Set.of("h2", "postgres");
  private static final AdaptersConfiguration EMBEDDED = new AdaptersConfiguration("h2", "memory", "h2", "direct",
      "memory");

  @Test
  void theDefaultsFitTogether() {
    assertThat(choice(EMBEDDED, Set.of(Role.values()))).hasToString(
        "links h2, cache memory, counter h2, queue direct, limits memory, journal segments");
  }

  @Test
  void aJournalThatIsSwitchedOffIsStillAnAdapter() {
    assertThat(new Choice(EMBEDDED, journal(false), roles(Set.of(Role.WORKER)), STORES).journal())
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
  void anotherQueueNeedsNoWorkerHere() {
    assertThat(
        choice(new AdaptersConfiguration("h2", "memory", "h2", "rabbitmq", "memory"), Set.of(Role.REDIRECT)).names())
        .containsExactlyInAnyOrder("h2", "memory", "rabbitmq", "segments");
  }

  @Test
  void aCounterInAnotherStoreThanTheLinksIsRefused() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> choice(new AdaptersConfiguration("postgres", "memory", "h2", "direct", "memory"),
            Set.of(Role.values())))
        .withMessageStartingWith(
            "hexlink.adapters.counter is \"h2\", a store that hexlink.adapters.links (\"postgres\")");
  }

  @Test
  void aCounterThatIsNoStoreGoesWithEveryStore() {
    assertThat(choice(new AdaptersConfiguration("postgres", "redis", "redis", "direct", "redis"), Set.of(Role.values()))
        .adapters().counter()).isEqualTo("redis");
  }

  @Test
  void whatIsOnlyWeakerIsSaidAloud() {
    assertThat(choice(EMBEDDED, Set.of(Role.values())).weaknesses()).isEmpty();
    assertThat(new Choice(EMBEDDED, journal(false), roles(Set.of(Role.WORKER)), STORES).weaknesses())
        .containsExactly("hexlink.journal.enabled is false: a crash loses the visits that are not yet stored");
    assertThat(
        choice(new AdaptersConfiguration("postgres", "memory", "postgres", "rabbitmq", "memory"), Set.of(Role.API))
            .weaknesses())
        .hasSize(2).allMatch(weakness -> weakness.contains("with several instances"));
  }

  private static Choice choice(AdaptersConfiguration adapters, Set<Role> roles) {
    return new Choice(adapters, journal(true), roles(roles), STORES);
  }

  private static HexlinkConfiguration roles(Set<Role> roles) {
    return new HexlinkConfiguration(Path.of("data"), null, List.of(), roles, "default", Access.OPEN, null);
  }

  private static JournalConfiguration journal(boolean enabled) {
    return new JournalConfiguration(enabled, Sync.GROUP, Duration.ofMillis(5), 1 << 20, 1 << 30, Duration.ofHours(24));
  }
}
