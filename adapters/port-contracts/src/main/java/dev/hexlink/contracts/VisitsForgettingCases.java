package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.Visits.Group;
import dev.hexlink.application.spi.Visits.Rollup;
import dev.hexlink.application.spi.Visits.Settlement;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link Visits#purge} and {@link Visits#dropBefore}: what is forgotten stays forgotten, and is settled all the same. */
public interface VisitsForgettingCases extends VisitsUnderTest {
  @Test
  default void aPurgeForgetsTheVisitsFromBeforeTheMoment(Seeded some) {
    Link link = standing(some);
    Link neighbour = standing(some);
    Instant noon = some.midnight().minus(Duration.ofHours(12)).plusSeconds(100);
    List<ClassifiedVisit> forgotten = around(link, noon, some, -90_000_000, -3_600_000, -20_000, -1);
    List<ClassifiedVisit> kept = around(link, noon, some, 0, 1, 60_000, 7_200_000);
    List<ClassifiedVisit> others = around(neighbour, noon, some, -90_000_000, -1, 0);
    visits().settle(concat(kept, concat(others, forgotten)));

    visits().purge(link.id(), noon);

    shows(link, kept, some);
    shows(neighbour, others, some);
  }

  @Test
  default void aReplayDoesNotBringPurgedVisitsBack(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> batch = some.visits(link, 20);
    visits().settle(batch);
    visits().purge(link.id(), some.midnight());
    assertThat(visits().settle(batch)).isEqualTo(new Settlement(0, 20, 0, 0));
    shows(link, List.of(), some);
    assertThat(visits().settled(batch.getFirst().visit().id().epoch())).containsExactly(new SequenceRange(0, 20));
  }

  @Test
  default void visitsFromBeforeAPurgeThatComeLateAreSettledAndNotStored(Seeded some) {
    Link link = standing(some);
    Instant noon = some.midnight().minus(Duration.ofHours(12));
    visits().purge(link.id(), noon);
    List<ClassifiedVisit> late = around(link, noon, some, -86_400_000, -1);
    List<ClassifiedVisit> later = around(link, noon, some, 0, 1_000);
    Epoch epoch = late.getFirst().visit().id().epoch();
    assertThat(visits().settle(concat(late, later))).isEqualTo(new Settlement(2, 0, 0, 2));
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 2));
    assertThat(visits().settle(late)).isEqualTo(new Settlement(0, 2, 0, 0));
    shows(link, later, some);
  }

  @Test
  default void aForgottenVisitIsNotPutAside(Seeded some) {
    Link link = standing(some);
    Instant noon = some.midnight().minus(Duration.ofHours(12));
    visits().purge(link.id(), noon);
    Epoch epoch = some.epoch();
    assertThat(visits().quarantine(some.visit(link, new VisitId(epoch, 0), noon.minusMillis(1)), "unstorable"))
        .isEqualTo(new Settlement(0, 0, 0, 1));
    assertThat(visits().quarantine(some.visit(link, new VisitId(epoch, 1), noon), "unstorable"))
        .isEqualTo(new Settlement(0, 0, 1, 0));
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 2));
  }

  @Test
  default void anEarlierPurgeDoesNotUndoALaterOne(Seeded some) {
    Link link = standing(some);
    Instant noon = some.midnight().minus(Duration.ofHours(12));
    visits().purge(link.id(), noon);
    visits().purge(link.id(), noon.minusSeconds(60));
    assertThat(visits().settle(around(link, noon, some, -30_000))).isEqualTo(new Settlement(0, 0, 0, 1));
    shows(link, List.of(), some);
  }

  @Test
  default void aPurgeRacingWithWorkersLeavesNothingFromBefore(Seeded some) {
    for (int round = 0; round < 5; round++) {
      Link link = standing(some);
      List<ClassifiedVisit> all = some.visits(link, 80);
      Race.each(9, i -> {
        if (i == 8) {
          visits().purge(link.id(), some.midnight());
        } else {
          all.subList(i * 10, i * 10 + 10).forEach(visit -> visits().settle(List.of(visit)));
        }
      });
      shows(link, List.of(), some);
      assertThat(visits().settle(all)).isEqualTo(new Settlement(0, 80, 0, 0));
    }
  }

  @Test
  default void droppedDaysKeepTheirCounts(Seeded some) {
    Link link = standing(some);
    Instant day = keptDay(link, some);
    VisitCounts probed = counts(link);
    List<ClassifiedVisit> old = around(link, day, some, 0, 1, 50_000_000, 86_399_999);
    List<ClassifiedVisit> next = around(link, day, some, 86_400_000, 90_000_000);
    assertThat(visits().settle(concat(old, next)).stored()).isEqualTo(6);
    VisitCounts counted = counts(link);

    visits().dropBefore(day.plus(Duration.ofDays(1)));

    assertThat(counts(link)).isEqualTo(counted)
        .isEqualTo(probed.plus(VisitsReadingCases.countsOf(old)).plus(VisitsReadingCases.countsOf(next)));
    assertThat(sum(visits().rollups(link.id(), day, day.plus(Duration.ofDays(2))).stream().map(Rollup::counts)))
        .isEqualTo(counted);
    assertThat(list(link, day, day.plus(Duration.ofDays(2)))).containsExactlyInAnyOrderElementsOf(next);
    assertThat(visits().settle(concat(old, next))).isEqualTo(new Settlement(0, 6, 0, 0));
    assertThat(counts(link)).isEqualTo(counted);
  }

  @Test
  default void visitsOfDroppedDaysThatComeLateAreSettledAndNotStored(Seeded some) {
    Link link = standing(some);
    Instant day = keptDay(link, some);
    visits().dropBefore(day.plus(Duration.ofDays(1)));
    visits().dropBefore(day);
    VisitCounts counted = counts(link);
    List<ClassifiedVisit> late = around(link, day, some, 0, 86_399_999);
    List<ClassifiedVisit> inTime = around(link, day, some, 86_400_000);
    assertThat(visits().settle(concat(late, inTime))).isEqualTo(new Settlement(1, 0, 0, 2));
    assertThat(visits().settled(late.getFirst().visit().id().epoch())).containsExactly(new SequenceRange(0, 2));
    assertThat(visits().settle(late)).isEqualTo(new Settlement(0, 2, 0, 0));
    assertThat(counts(link)).isEqualTo(counted.plus(VisitsReadingCases.countsOf(inTime)));
  }

  /** The first of the last weeks' days that the store still keeps: where a case can drop days that other cases have no use for. */
  private Instant keptDay(Link link, Seeded some) {
    return LongStream.iterate(40, ago -> ago > 3, ago -> ago - 1)
        .mapToObj(ago -> some.midnight().minus(Duration.ofDays(ago)))
        .filter(day -> visits().settle(List.of(some.visit(link, new VisitId(some.epoch(), 0), day))).stored() == 1)
        .findFirst().orElseThrow(() -> new AssertionError("the store keeps no day from 40 to 4 days ago"));
  }

  private void shows(Link link, List<ClassifiedVisit> expected, Seeded some) {
    Instant from = some.midnight().minus(Duration.ofDays(3));
    VisitCounts counts = VisitsReadingCases.countsOf(expected);
    assertThat(counts(link)).as("counts").isEqualTo(counts);
    assertThat(sum(visits().rollups(link.id(), from, some.midnight()).stream().map(Rollup::counts))).as("rollups")
        .isEqualTo(counts);
    assertThat(
        sum(visits().groups(link.id(), from, some.midnight(), Trait.REFERRER, false).stream().map(Group::counts)))
        .as("groups").isEqualTo(counts);
    assertThat(list(link, from, some.midnight())).as("rows").containsExactlyInAnyOrderElementsOf(expected);
  }

  private List<ClassifiedVisit> list(Link link, Instant from, Instant to) {
    return visits().list(new VisitQuery(link.id(), from, to, false, VisitQuery.LARGEST_LIMIT, null)).visits();
  }

  private VisitCounts counts(Link link) {
    return visits().counts(List.of(link.id())).getOrDefault(link.id(), VisitCounts.NONE);
  }

  private static VisitCounts sum(Stream<VisitCounts> counts) {
    return counts.reduce(VisitCounts.NONE, VisitCounts::plus);
  }

  /** Visits so many milliseconds after a moment. */
  private static List<ClassifiedVisit> around(Link link, Instant moment, Seeded some, long... offsets) {
    Epoch epoch = some.epoch();
    return LongStream.range(0, offsets.length)
        .mapToObj(i -> some.visit(link, new VisitId(epoch, i), moment.plusMillis(offsets[(int) i]))).toList();
  }

  private static List<ClassifiedVisit> concat(List<ClassifiedVisit> one, List<ClassifiedVisit> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
