package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.InsertOutcome.Found;
import dev.hexlink.application.spi.InsertOutcome.Inserted;
import dev.hexlink.application.spi.InsertOutcome.KeyTaken;
import dev.hexlink.application.spi.InsertOutcome.MarkMisused;
import dev.hexlink.application.spi.InsertOutcome.Replayed;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.Links;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** {@link Links#insertEach}: idempotency marks and equal links, each as one step with its insertion. */
public interface LinksConditionCases extends LinksUnderTest {
  @Test
  default void aFreeKeyIsInserted(Seeded some) {
    Link link = some.fullLink(some.key(), new CodeOrigin.Chosen());
    assertThat(insert(link, null)).isEqualTo(new Inserted(link));
    assertThat(links().find(link.key())).contains(link);
  }

  @Test
  default void noInsertionsHaveNoOutcome() {
    assertThat(links().insertEach(List.of())).isEmpty();
  }

  @Test
  default void eachIsJudgedAfterThoseBeforeIt(Seeded some) {
    IdempotencyMark mark = some.mark();
    Link first = some.link();
    Link namesake = some.chosen(first.key());
    Link equal = twin(first, some);
    Link last = some.link();
    List<InsertOutcome> outcomes = links().insertEach(List.of(new Insertion(first, mark, false),
        new Insertion(some.link(), mark, false), new Insertion(namesake, null, false), new Insertion(equal, null, true),
        new Insertion(last, null, false), new Insertion(some.link(), remade(mark, some.word()), false)));
    assertThat(outcomes).containsExactly(new Inserted(first), new Replayed(first), new KeyTaken(), new Found(first),
        new Inserted(last), new MarkMisused());
    assertThat(links().find(first.key())).contains(first);
    assertThat(links().find(equal.key())).isEmpty();
    assertThat(links().find(last.key())).contains(last);
  }

  @Test
  default void equalMarksRacingMakeOneLink(Seeded some) {
    for (int round = 0; round < 5; round++) {
      IdempotencyMark mark = some.mark();
      List<Link> rivals = some.links(Race.RUNNERS);
      List<InsertOutcome> outcomes = Race.of(Race.RUNNERS, i -> insert(rivals.get(i), mark));
      oneWasInsertedAndTheOthers(outcomes, rivals, link -> new Replayed(link));
    }
  }

  @Test
  default void aMarkWithAnotherFingerprintIsMisused(Seeded some) {
    IdempotencyMark mark = some.mark();
    Link first = some.link();
    Link second = some.link();
    insert(first, mark);
    assertThat(insert(second, remade(mark, some.word()))).isEqualTo(new MarkMisused());
    assertThat(links().find(second.key())).isEmpty();
    assertThat(insert(second, mark)).isEqualTo(new Replayed(first));
  }

  @Test
  default void marksOfOtherScopesAndKeysDoNotMeet(Seeded some) {
    IdempotencyMark mark = some.mark();
    insert(some.link(), mark);
    IdempotencyMark otherScope = new IdempotencyMark(some.word(), mark.key(), some.word(), mark.at(),
        mark.forgottenAt());
    IdempotencyMark otherCase = new IdempotencyMark(mark.scope(), mark.key().toUpperCase(Locale.ROOT), some.word(),
        mark.at(), mark.forgottenAt());
    assertThat(insert(some.link(), otherScope)).isInstanceOf(Inserted.class);
    assertThat(insert(some.link(), otherCase)).isInstanceOf(Inserted.class);
  }

  @Test
  default void longAndOddMarksAreKept(Seeded some) {
    IdempotencyMark mark = some.mark();
    String key = ("ß%_'\\ " + some.word()).repeat(14).substring(0, 250) + some.word().substring(7);
    IdempotencyMark odd = new IdempotencyMark(mark.scope(), key, mark.fingerprint(), mark.at(), mark.forgottenAt());
    Link link = some.link();
    insert(link, odd);
    assertThat(insert(some.link(), odd)).isEqualTo(new Replayed(link));
  }

  @Test
  default void aMarkThatHasEndedIsReused(Seeded some) {
    IdempotencyMark mark = some.mark();
    Link first = some.link();
    Link second = some.link();
    insert(first, mark);
    Instant end = mark.forgottenAt();
    assertThat(insert(some.link(), at(mark, end.minusMillis(1), mark.fingerprint()))).isEqualTo(new Replayed(first));
    IdempotencyMark later = at(mark, end, some.word());
    assertThat(insert(second, later)).isEqualTo(new Inserted(second));
    assertThat(insert(some.link(), later)).isEqualTo(new Replayed(second));
    assertThat(insert(some.link(), at(mark, end, mark.fingerprint()))).isEqualTo(new MarkMisused());
  }

  @Test
  default void anEndedMarkHasOneHeirAmongRacingInserts(Seeded some) {
    for (int round = 0; round < 5; round++) {
      IdempotencyMark mark = some.mark();
      insert(some.link(), mark);
      IdempotencyMark later = at(mark, mark.forgottenAt().plusSeconds(1), some.word());
      List<Link> rivals = some.links(Race.RUNNERS);
      List<InsertOutcome> outcomes = Race.of(Race.RUNNERS, i -> insert(rivals.get(i), later));
      oneWasInsertedAndTheOthers(outcomes, rivals, link -> new Replayed(link));
    }
  }

  @Test
  default void aReplayAnswersTheLinkAsItIsNow(Seeded some) {
    IdempotencyMark mark = some.mark();
    Link link = some.link();
    insert(link, mark);
    Link next = link.retired(link.createdAt().plusMillis(1));
    links().replace(next);
    assertThat(insert(some.link(), mark)).isEqualTo(new Replayed(next));
  }

  @Test
  default void aTakenKeyRecordsNoMark(Seeded some) {
    Link owner = some.link();
    links().insert(List.of(owner));
    IdempotencyMark mark = some.mark();
    assertThat(insert(some.chosen(owner.key()), mark)).isEqualTo(new KeyTaken());
    Link link = some.link();
    assertThat(insert(link, mark)).isEqualTo(new Inserted(link));
    assertThat(links().find(owner.key())).contains(owner);
  }

  @Test
  default void aKeyHasOneWinnerAmongRacingInsertions(Seeded some) {
    for (int round = 0; round < 5; round++) {
      LinkKey key = some.key();
      List<Link> rivals = Stream.generate(() -> some.chosen(key)).limit(Race.RUNNERS).toList();
      List<InsertOutcome> outcomes = Race.of(Race.RUNNERS,
          i -> i % 2 == 0 ? insert(rivals.get(i), some.mark()) : plainly(rivals.get(i)));
      assertThat(outcomes).filteredOn(Inserted.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(KeyTaken.class::isInstance).hasSize(Race.RUNNERS - 1);
      assertThat(links().find(key).map(Inserted::new)).get().isIn(outcomes);
    }
  }

  @Test
  default void equalLinksRacingMakeOneLink(Seeded some) {
    for (int round = 0; round < 5; round++) {
      Link pattern = some.link();
      List<Link> rivals = Stream.generate(() -> twin(pattern, some)).limit(Race.RUNNERS).toList();
      List<InsertOutcome> outcomes = Race.of(Race.RUNNERS, i -> insertOrFind(rivals.get(i), null));
      oneWasInsertedAndTheOthers(outcomes, rivals, link -> new Found(link));
    }
  }

  @Test
  default void anEqualLinkIsFoundWhateverItIsCalled(Seeded some) {
    Link link = some.fullLink(some.key(), new CodeOrigin.Chosen());
    links().insert(List.of(link));
    Link equal = new Link(some.linkId(link.createdAt()), some.key(), new CodeOrigin.Drawn(), link.target(), null,
        List.of(), null, link.window(), link.maxVisits(), link.redirectStatus(), link.createdAt(), link.updatedAt(),
        null, 1);
    assertThat(insertOrFind(equal, null)).isEqualTo(new Found(link));
    assertThat(links().find(equal.key())).isEmpty();
  }

  @Test
  default void anEqualLinkIsNotLookedForUnlessWished(Seeded some) {
    Link link = some.link();
    links().insert(List.of(link));
    Link equal = twin(link, some);
    assertThat(insert(equal, null)).isEqualTo(new Inserted(equal));
  }

  @Test
  default void aLinkThatDiffersIsNotEqual(Seeded some) {
    Host host = some.host();
    register(List.of(Host.DEFAULT, host));
    Link link = some.link();
    links().insert(List.of(link));
    Instant birth = link.createdAt();
    List<Link> others = List.of(
        with(link, new LinkKey(host, some.code()), link.target(), Window.ALWAYS, null, 307, some),
        with(link, some.key(), some.target(), Window.ALWAYS, null, 307, some),
        with(link, some.key(), new TargetUrl(link.target() + "x"), Window.ALWAYS, null, 307, some),
        with(link, some.key(), new TargetUrl(flipped(link.target().value())), Window.ALWAYS, null, 307, some),
        with(link, some.key(), link.target(), new Window(birth, null), null, 307, some),
        with(link, some.key(), link.target(), new Window(null, birth), null, 307, some),
        with(link, some.key(), link.target(), new Window(birth, birth.plusMillis(1)), null, 307, some),
        with(link, some.key(), link.target(), Window.ALWAYS, 1L, 307, some),
        with(link, some.key(), link.target(), Window.ALWAYS, null, 308, some));
    assertThat(others).allSatisfy(other -> assertThat(insertOrFind(other, null)).isEqualTo(new Inserted(other)));
  }

  @Test
  default void longTargetsThatDifferAtTheirEndAreNotEqual(Seeded some) {
    String longest = some.target() + "/" + "a".repeat(TargetUrl.LONGEST);
    Link link = with(some.link(), some.key(), new TargetUrl(longest.substring(0, TargetUrl.LONGEST)), Window.ALWAYS,
        null, 307, some);
    Link other = with(link, some.key(), new TargetUrl(longest.substring(0, TargetUrl.LONGEST - 1) + "b"),
        Window.ALWAYS, null, 307, some);
    assertThat(insertOrFind(link, null)).isEqualTo(new Inserted(link));
    assertThat(insertOrFind(other, null)).isEqualTo(new Inserted(other));
    assertThat(insertOrFind(twin(link, some), null)).isEqualTo(new Found(link));
  }

  @Test
  default void aRetiredLinkIsNotGoodEnough(Seeded some) {
    Link link = some.link();
    links().insert(List.of(link));
    links().replace(link.retired(link.createdAt().plusMillis(1)));
    Link equal = twin(link, some);
    assertThat(insertOrFind(equal, null)).isEqualTo(new Inserted(equal));
  }

  @Test
  default void anEqualLinkHasTheCodeThatWasChosen(Seeded some) {
    Link link = some.link();
    links().insert(List.of(link));
    Link otherCode = with(link, some.key(), link.target(), Window.ALWAYS, null, 307, some).withKey(some.key(),
        new CodeOrigin.Chosen());
    Link sameCode = twin(link, some).withKey(link.key(), new CodeOrigin.Chosen());
    Link otherTarget = some.chosen(link.key());
    assertThat(insertOrFind(otherCode, null)).isEqualTo(new Inserted(otherCode));
    assertThat(insertOrFind(sameCode, null)).isEqualTo(new Found(link));
    assertThat(insertOrFind(otherTarget, null)).isEqualTo(new KeyTaken());
  }

  @Test
  default void theMarkBelongsToTheLinkThatWasFound(Seeded some) {
    Link link = some.link();
    links().insert(List.of(link));
    IdempotencyMark mark = some.mark();
    assertThat(insertOrFind(twin(link, some), mark)).isEqualTo(new Found(link));
    assertThat(insertOrFind(twin(link, some), mark)).isEqualTo(new Replayed(link));
    assertThat(insert(some.link(), mark)).isEqualTo(new Replayed(link));
  }

  private InsertOutcome insert(Link link, @Nullable IdempotencyMark mark) {
    return only(links().insertEach(List.of(new Insertion(link, mark, false))));
  }

  private InsertOutcome insertOrFind(Link link, @Nullable IdempotencyMark mark) {
    return only(links().insertEach(List.of(new Insertion(link, mark, true))));
  }

  private InsertOutcome plainly(Link link) {
    return links().insert(List.of(link)).isEmpty() ? new Inserted(link) : new KeyTaken();
  }

  private void oneWasInsertedAndTheOthers(List<InsertOutcome> outcomes, List<Link> rivals,
      Function<Link, InsertOutcome> answer) {
    List<Link> standing = rivals.stream().filter(link -> links().find(link.key()).isPresent()).toList();
    assertThat(standing).as("links that stand after the race").hasSize(1);
    Link winner = standing.getFirst();
    assertThat(outcomes).filteredOn(Inserted.class::isInstance).containsExactly(new Inserted(winner));
    assertThat(outcomes).filteredOn(outcome -> !(outcome instanceof Inserted)).hasSize(rivals.size() - 1)
        .containsOnly(answer.apply(winner));
  }

  private static InsertOutcome only(List<InsertOutcome> outcomes) {
    assertThat(outcomes).hasSize(1);
    return outcomes.getFirst();
  }

  /** Another link that leads where this one leads. */
  private static Link twin(Link link, Seeded some) {
    return with(link, some.key(), link.target(), link.window(), link.maxVisits(), link.redirectStatus().code(), some);
  }

  private static Link with(Link link, LinkKey key, TargetUrl target, Window window, @Nullable Long maxVisits,
      int status,
      Seeded some) {
    return new Link(some.linkId(link.createdAt()), key, new CodeOrigin.Drawn(), target, null, List.of(some.tag()), null,
        window, maxVisits, RedirectStatus.of(status).orElseThrow(), link.createdAt(), link.updatedAt(), null, 1);
  }

  private static IdempotencyMark remade(IdempotencyMark mark, String fingerprint) {
    return at(mark, mark.at(), fingerprint);
  }

  private static IdempotencyMark at(IdempotencyMark mark, Instant at, String fingerprint) {
    return new IdempotencyMark(mark.scope(), mark.key(), fingerprint, at, at.plus(Duration.ofDays(1)));
  }

  private static String flipped(String target) {
    int last = target.length() - 1;
    char end = target.charAt(last);
    return target.substring(0, last)
        + (Character.isLowerCase(end) ? Character.toUpperCase(end) : Character.toLowerCase(end));
  }
}
