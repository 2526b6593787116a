package dev.hexlink.postgres.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.Visits.Settlement;
import dev.hexlink.contracts.Race;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.TestDatabase;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitId;
import dev.hexlink.postgres.StoreLinks;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.TemporaryStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The days of visits: made ahead or when they are needed, and dropped as a whole. */
@Tag("server")
@ExtendWith(SeededCases.class)
class VisitDaysTest {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  private final TestDatabase database = POSTGRES.newDatabase();
  private final PostgresStore store = POSTGRES.storeIn(database);
  private final StoredVisits stored = new StoredVisits(database);
  private final PostgresVisits visits = new PostgresVisits(store);

  @Test
  void daysAreMadeAheadAndWhenTheyAreNeeded(Seeded some) {
    Link link = standing(some);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate longAgo = today.minusDays(700);
    visits.settle(List.of(visit(link, some, 0, noonOf(longAgo))));
    assertThat(stored.days()).containsExactly(longAgo, today.plusDays(1), today.plusDays(2), today.plusDays(3));
    assertThat(list(link)).hasSize(1);
  }

  @Test
  void workersAtOnceMakeADayOnce(Seeded some) {
    Link link = standing(some);
    LocalDate day = LocalDate.of(2020, 2, 28);
    List<ClassifiedVisit> batch = IntStream.range(0, 8)
        .mapToObj(i -> visit(link, some, i, noonOf(day.plusDays(i % 2)))).toList();
    PostgresVisits others = new PostgresVisits(POSTGRES.storeIn(database));
    List<Settlement> settlements = Race.of(8, i -> (i < 4 ? visits : others).settle(List.of(batch.get(i))));
    assertThat(settlements).containsOnly(new Settlement(1, 0, 0, 0));
    assertThat(stored.days()).contains(day, day.plusDays(1));
    assertThat(list(link)).containsExactlyInAnyOrderElementsOf(batch);
  }

  @Test
  void aVisitFromTheNextDaysIsStoredAndOneFromBeyondThemIsPutAside(Seeded some) {
    Link link = standing(some);
    Instant noon = noonOf(LocalDate.now(ZoneOffset.UTC));
    ClassifiedVisit tomorrow = visit(link, some, 0, noon.plus(Duration.ofDays(1)));
    ClassifiedVisit nextWeek = visit(link, some, 0, noon.plus(Duration.ofDays(7)));
    ClassifiedVisit beforeThereWereAny = visit(link, some, 0, Instant.EPOCH.minusMillis(1));
    ClassifiedVisit beyondAnyCalendar = visit(link, some, 0, Instant.ofEpochMilli(Long.MAX_VALUE));
    assertThat(visits.settle(List.of(tomorrow, nextWeek, beforeThereWereAny, beyondAnyCalendar)))
        .isEqualTo(new Settlement(1, 0, 3, 0));
    assertThat(stored.quarantineReasons()).containsExactly("from-another-time", "from-another-time", "unstorable");
    assertThat(visits.settled(nextWeek.visit().id().epoch())).containsExactly(new SequenceRange(0, 1));
    stored.areCountedExactly();
  }

  @Test
  void aDroppedDayIsGone(Seeded some) {
    Link link = standing(some);
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(9);
    ClassifiedVisit kept = visit(link, some, 0, noonOf(day));
    visits.settle(List.of(kept, visit(link, some, 0, noonOf(day.minusDays(1))),
        visit(some.link(), some, 0, noonOf(day.minusDays(1))),
        visit(link, some, 0, noonOf(day.minusDays(50)))));
    visits.dropBefore(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    assertThat(stored.days()).contains(day).allSatisfy(each -> assertThat(each).isAfterOrEqualTo(day));
    assertThat(stored.quarantineReasons()).isEmpty();
    assertThat(list(link)).containsExactly(kept);
  }

  @Test
  void aDayThatSomebodyReadsIsHiddenAtOnceAndDroppedLater(Seeded some) throws SQLException {
    Link link = standing(some);
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(9);
    ClassifiedVisit old = visit(link, some, 0, noonOf(day));
    visits.settle(List.of(old));
    Instant next = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    try (Connection reader = database.connect(); Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select from visits where utc_day = '" + day + "'");
      visits.dropBefore(next);
      assertThat(stored.days()).contains(day);
      assertThat(list(link)).isEmpty();
      assertThat(visits.settle(List.of(visit(link, some, 1, noonOf(day))))).isEqualTo(new Settlement(0, 0, 0, 1));
      assertThat(visits.settle(some.visits(link, 3))).as("others are not held up")
          .isEqualTo(new Settlement(3, 0, 0, 0));
    }
    visits.dropBefore(next);
    assertThat(stored.days()).doesNotContain(day);
  }

  @Test
  void aDayThatIsKeptCannotBeDropped() {
    LocalDate day = LocalDate.now(ZoneOffset.UTC);
    visits.dropBefore(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    assertThatThrownBy(() -> stored.number("select 1 from drop_visit_day(?)", day)).hasStackTraceContaining("are kept");
  }

  @Test
  void aDayInTheFarFutureCannotBeMade(Seeded some) {
    standing(some);
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(9);
    assertThatThrownBy(() -> stored.number("select 1 from make_visit_day(?, true)", day))
        .hasStackTraceContaining("expected");
  }

  private List<ClassifiedVisit> list(Link link) {
    return visits.list(new VisitQuery(link.id(), Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"), false,
        VisitQuery.LARGEST_LIMIT, null)).visits();
  }

  private Link standing(Seeded some) {
    Link link = some.link();
    StoreLinks.of(store).insert(List.of(link));
    return link;
  }

  private static ClassifiedVisit visit(Link link, Seeded some, long sequence, Instant at) {
    return some.visit(link, new VisitId(some.epoch(), sequence), at);
  }

  private static Instant noonOf(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
