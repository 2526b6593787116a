package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.Installation.InstallationFacts;
import dev.hexlink.application.spi.Installation.VisitorSalt;
import dev.hexlink.application.spi.InstallationUnavailable;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.CodeKey;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link Installation} keeps to. As its facts are for good, each case begins with a store of its own. */
@ExtendWith(SeededCases.class)
public interface InstallationContract {
  /** The adapter on a store that nothing is kept in yet. */
  Installation newInstallation();

  /** The adapter with a store that cannot be reached; empty when that cannot be. */
  Optional<Installation> unreachableInstallation();

  @Test
  default void nothingIsKeptBeforeTheFirstStart() {
    assertThat(newInstallation().kept()).isEmpty();
  }

  @Test
  default void theFirstFactsAreKeptForGood(Seeded some) {
    Installation installation = newInstallation();
    InstallationFacts first = facts(some);
    assertThat(installation.keep(first)).isEqualTo(first);
    assertThat(installation.keep(facts(some))).isEqualTo(first);
    assertThat(installation.keep(first)).isEqualTo(first);
    assertThat(installation.kept()).contains(first);
  }

  @Test
  default void factsWithoutAKeyAreKept(Seeded some) {
    Installation installation = newInstallation();
    InstallationFacts facts = new InstallationFacts("", some.word(), "abcdefghijkmnpqrstuvwxyz", 6, Stack.MOST);
    assertThat(installation.keep(facts)).isEqualTo(facts);
    assertThat(installation.kept()).contains(facts);
  }

  @Test
  default void allWhoRaceForTheFirstStartGetTheSameFacts(Seeded some) {
    for (int round = 0; round < 5; round++) {
      Installation installation = newInstallation();
      List<InstallationFacts> proposed = Stream.generate(() -> facts(some)).limit(Race.RUNNERS).toList();
      List<InstallationFacts> kept = Race.of(Race.RUNNERS, i -> installation.keep(proposed.get(i)));
      assertThat(kept.stream().distinct()).hasSize(1);
      assertThat(proposed).containsAll(kept);
      assertThat(installation.kept()).contains(kept.getFirst());
    }
  }

  @Test
  default void stacksGetTheLowestFreeIndexAndKeepIt() {
    Installation installation = newInstallation();
    assertThat(installation.stack("java")).isEqualTo(new Stack("java", 0));
    assertThat(installation.stack("eu-west")).isEqualTo(new Stack("eu-west", 1));
    assertThat(installation.stack("java")).isEqualTo(new Stack("java", 0));
    assertThat(installation.stack("7")).isEqualTo(new Stack("7", 2));
    assertThat(installation.stack("eu-west")).isEqualTo(new Stack("eu-west", 1));
  }

  @Test
  default void aStackIsKnownOnceItIsRegistered() {
    Installation installation = newInstallation();
    assertThat(installation.knownStack("java")).isEmpty();
    installation.stack("eu-west");
    assertThat(installation.knownStack("java")).isEmpty();
    assertThat(installation.knownStack("eu-west")).contains(new Stack("eu-west", 0));
    assertThat(installation.stack("java")).as("looking registers nothing").isEqualTo(new Stack("java", 1));
    assertThat(installation.knownStack("java")).contains(new Stack("java", 1));
  }

  @Test
  default void racingStacksGetDistinctIndices() {
    for (int round = 0; round < 3; round++) {
      Installation installation = newInstallation();
      List<Stack> stacks = Race.of(Race.RUNNERS, i -> installation.stack("stack-" + i % Stack.MOST));
      assertThat(stacks).extracting(Stack::name).containsExactlyElementsOf(
          IntStream.range(0, Race.RUNNERS).mapToObj(i -> "stack-" + i % Stack.MOST).toList());
      assertThat(stacks.stream().distinct()).hasSize(Stack.MOST);
      assertThat(stacks.stream().map(Stack::index).distinct()).hasSize(Stack.MOST);
    }
  }

  @Test
  default void aStackTooManyIsRefused() {
    Installation installation = newInstallation();
    IntStream.range(0, Stack.MOST).forEach(i -> installation.stack("stack-" + i));
    assertThatThrownBy(() -> installation.stack("one-more")).isInstanceOf(IllegalStateException.class);
    assertThat(installation.stack("stack-3")).isEqualTo(new Stack("stack-3", 3));
  }

  @Test
  default void hostsAreRegisteredAsOftenAsWished(Seeded some) {
    Installation installation = newInstallation();
    List<Host> hosts = List.of(Host.DEFAULT, some.host(), some.host());
    Race.each(16, _ -> installation.register(hosts));
    installation.register(List.of(some.host(), Host.DEFAULT));
    installation.register(List.of());
  }

  @Test
  default void aDayHasOneSalt(Seeded some) {
    Installation installation = newInstallation();
    LocalDate day = LocalDate.of(2026, 3, 31);
    VisitorSalt first = salt(some);
    VisitorSalt next = salt(some);
    assertThat(installation.saltOf(day, first)).isEqualTo(first);
    assertThat(installation.saltOf(day, salt(some))).isEqualTo(first);
    assertThat(installation.saltOf(day.plusDays(1), next)).isEqualTo(next);
    assertThat(installation.saltOf(day, salt(some))).as("the salt of yesterday").isEqualTo(first);
    assertThat(installation.saltOf(day.plusDays(1), salt(some))).isEqualTo(next);
  }

  @Test
  default void allWhoRaceForADayGetTheSameSalt(Seeded some) {
    Installation installation = newInstallation();
    for (int day = 1; day <= 5; day++) {
      LocalDate date = LocalDate.of(2026, 2, day);
      List<VisitorSalt> proposed = Stream.generate(() -> salt(some)).limit(Race.RUNNERS).toList();
      List<VisitorSalt> salts = Race.of(Race.RUNNERS, i -> installation.saltOf(date, proposed.get(i)));
      assertThat(salts.stream().distinct()).hasSize(1);
      assertThat(proposed).containsAll(salts);
    }
  }

  @Test
  default void saltsOfDaysBeforeYesterdayAreForgotten(Seeded some) {
    Installation installation = newInstallation();
    LocalDate day = LocalDate.of(2026, 12, 30);
    VisitorSalt first = installation.saltOf(day, salt(some));
    installation.saltOf(day.plusDays(1), salt(some));
    installation.saltOf(day.plusDays(2), salt(some));
    assertThat(installation.saltOf(day, salt(some))).isNotEqualTo(first);
  }

  @Test
  default void anOutageIsSaidAndNeverReadAsAFirstStart(Seeded some) {
    Installation installation = Outage.of(unreachableInstallation());
    isSaid(() -> installation.keep(facts(some)));
    isSaid(installation::kept);
    isSaid(() -> installation.stack("java"));
    isSaid(() -> installation.knownStack("java"));
    isSaid(() -> installation.register(List.of(some.host())));
    isSaid(() -> installation.saltOf(LocalDate.of(2026, 1, 1), salt(some)));
  }

  private static void isSaid(ThrowingCallable call) {
    Outage.isSaid(InstallationUnavailable.class, call);
  }

  private static InstallationFacts facts(Seeded some) {
    CodeKey key = new CodeKey(some.random().nextLong(), some.random().nextLong());
    return new InstallationFacts(key.hex(), key.fingerprint(), Alphabet.BASE62.symbols(), 4 + some.random().nextInt(7),
        Stack.MOST);
  }

  private static VisitorSalt salt(Seeded some) {
    return new VisitorSalt(some.random().nextLong(), some.random().nextLong());
  }
}
