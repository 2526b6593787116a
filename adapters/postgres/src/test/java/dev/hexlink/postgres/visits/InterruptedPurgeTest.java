package dev.hexlink.postgres.visits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitId;
import dev.hexlink.postgres.StoreLinks;
import dev.hexlink.postgres.store.TemporaryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A purge that stopped after its commit, with no row removed yet. */
@Tag("server")
@ExtendWith(SeededCases.class)
class InterruptedPurgeTest {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  private final PostgresVisits visits = new PostgresVisits(POSTGRES.store());
  private final StoredVisits stored = new StoredVisits(POSTGRES.database());

  @Test
  void showsNothingFromBeforeTheMoment(Seeded some) {
    Link link = standing(some);
    Instant moment = some.midnight().minus(Duration.ofHours(30));
    List<ClassifiedVisit> batch = everyMinuteAround(link, moment, some);
    visits.settle(batch);
    interruptedPurge(link, moment);
    shows(link, batch.subList(60, 120), some);
  }

  @Test
  void isFinishedByTheNextThatForgetsAnything(Seeded some) {
    Link link = standing(some);
    Instant moment = some.midnight().minus(Duration.ofHours(30));
    visits.settle(everyMinuteAround(link, moment, some));
    interruptedPurge(link, moment);
    assertThat(rowsOf(link)).isEqualTo(120);
    visits.purge(some.linkId(moment), moment);
    assertThat(rowsOf(link)).isEqualTo(60);
    assertThat(stored.number("select count(*) from link_purges where not swept")).isZero();
  }

  @Test
  void isNotTakenOffTwiceByALaterPurge(Seeded some) {
    Link link = standing(some);
    Instant moment = some.midnight().minus(Duration.ofHours(30)).plus(Duration.ofMinutes(4));
    List<ClassifiedVisit> batch = everyMinuteAround(link, moment, some);
    visits.settle(batch);
    interruptedPurge(link, moment);
    interruptedPurge(link, moment.plus(Duration.ofMinutes(5)));
    shows(link, batch.subList(65, 120), some);
    visits.purge(link.id(), moment);
    shows(link, batch.subList(65, 120), some);
    assertThat(rowsOf(link)).isEqualTo(55);
  }

  /** What is left of a purge when the process stops after the first of its transactions. */
  private void interruptedPurge(Link link, Instant before) {
    stored.all(_ -> true, "select purge_visits(?, ?)", link.id().value(), before);
  }

  private void shows(Link link, List<ClassifiedVisit> expected, Seeded some) {
    Instant from = some.midnight().minus(Duration.ofDays(3));
    VisitCounts counts = new VisitCounts(expected.size(),
        expected.stream().filter(ClassifiedVisit::isAutomated).count());
    assertThat(visits.counts(List.of(link.id()))).containsEntry(link.id(), counts);
    assertThat(visits.rollups(link.id(), from, some.midnight()).stream().map(rollup -> rollup.counts())
        .reduce(VisitCounts.NONE, VisitCounts::plus)).isEqualTo(counts);
    assertThat(visits.groups(link.id(), from, some.midnight(), Trait.BROWSER, false).stream()
        .map(group -> group.counts()).reduce(VisitCounts.NONE, VisitCounts::plus)).isEqualTo(counts);
    assertThat(visits.list(new VisitQuery(link.id(), from, some.midnight(), false, VisitQuery.LARGEST_LIMIT, null))
        .visits()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private long rowsOf(Link link) {
    return stored.number("select count(*) from visits v join links l on l.number = v.link where l.id = ?",
        link.id().value());
  }

  private static Link standing(Seeded some) {
    Link link = some.link();
    StoreLinks.of(POSTGRES.store()).insert(List.of(link));
    return link;
  }

  /** An hour of them before the moment, and an hour from it on. */
  private static List<ClassifiedVisit> everyMinuteAround(Link link, Instant moment, Seeded some) {
    return IntStream.range(-60, 60)
        .mapToObj(minute -> some.visit(link, new VisitId(some.epoch(), 0), moment.plus(Duration.ofMinutes(minute))))
        .toList();
  }
}
