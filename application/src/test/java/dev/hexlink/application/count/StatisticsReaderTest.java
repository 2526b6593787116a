package dev.hexlink.application.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.Interval;
import dev.hexlink.application.api.ReadStatistics;
import dev.hexlink.application.api.Statistics;
import dev.hexlink.application.api.Statistics.Step;
import dev.hexlink.application.api.StatisticsOutcome;
import dev.hexlink.application.api.StatisticsQuery;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.HeapVisits;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsReaderTest {
  private static final Traits BOT = new Traits("curl", "Other", Traits.Device.BOT, true);
  private static final Traits FIREFOX = new Traits("Firefox", "Linux", Traits.Device.DESKTOP, false);

  private final Link link = Samples.link("link");
  private final HeapLinks links = new HeapLinks();
  private final HeapVisits visits = new HeapVisits();
  private final MutableClock clock = new MutableClock();
  private final StatisticsReader reader = new StatisticsReader(links, visits, clock);
  private long sequence;

  StatisticsReaderTest() {
    links.hold(link);
  }

  @Test
  void countsFromTheLinksBirthToNow() {
    visit("2026-03-10T11:44:59Z", FIREFOX, 1);
    visit("2026-03-10T12:00:00Z", FIREFOX, 1);
    visit("2026-03-10T12:00:01Z", FIREFOX, 2);
    visit("2026-03-10T12:00:02Z", BOT, 3);
    clock.advance(Duration.ofSeconds(2));

    Statistics shown = shown(new StatisticsQuery(null, null, null, ZoneOffset.UTC, null, false));
    assertThat(shown.total()).isEqualTo(3);
    assertThat(shown.bots()).isEqualTo(1);
    assertThat(shown.uniqueVisitors()).isEqualTo(3);
    assertThat(shown.asOf()).isEqualTo(clock.instant());
    assertThat(shown.series()).isEmpty();
    assertThat(shown.groups()).isEmpty();
  }

  @Test
  void countsAVisitOfThisVeryMillisecondAtTheEndOfAQuarter() {
    clock.set(Instant.parse("2026-03-10T12:15:00Z"));
    visit("2026-03-10T12:15:00Z", FIREFOX, 1);

    assertThat(shown(new StatisticsQuery(null, null, null, ZoneOffset.UTC, null, false)).total()).isEqualTo(1);
  }

  @Test
  void leavesBotsOutWhereWanted() {
    visit("2026-03-10T12:00:00Z", FIREFOX, 1);
    visit("2026-03-10T12:00:00Z", BOT, 2);
    clock.advance(Duration.ofHours(1));

    Statistics shown = shown(new StatisticsQuery(null, null, Interval.HOUR, ZoneOffset.UTC, Trait.BROWSER, true));
    assertThat(shown.total()).isEqualTo(1);
    assertThat(shown.bots()).isZero();
    assertThat(shown.uniqueVisitors()).isEqualTo(1);
    assertThat(shown.series()).extracting(Step::visits).containsExactly(1L, 0L);
    assertThat(shown.groups()).hasSize(1);
  }

  @Test
  void widensARangeToWholeQuarters() {
    visit("2026-03-10T12:00:00Z", FIREFOX, 1);
    visit("2026-03-10T12:29:59Z", FIREFOX, 1);
    visit("2026-03-10T12:30:00Z", FIREFOX, 1);

    assertThat(shown(range("2026-03-10T12:10:00Z", "2026-03-10T12:20:00Z", null, ZoneOffset.UTC)).total())
        .isEqualTo(2);
  }

  @Test
  void knowsNoStatisticsOfNoLink() {
    StatisticsQuery query = new StatisticsQuery(null, null, null, ZoneOffset.UTC, null, false);

    assertThat(reader.statistics(Samples.key("nobodys"), query)).isEqualTo(new StatisticsOutcome.NoSuchLink());
    assertThat(reader.visits(Samples.key("nobodys"), null, null, false, 10, null)).isEmpty();
  }

  @Test
  void showsRetiredLinksToo() {
    links.hold(link.retired(MutableClock.START));

    assertThat(shown(new StatisticsQuery(null, null, null, ZoneOffset.UTC, null, false)).total()).isZero();
  }

  @Test
  void refusesARangeThatEndsBeforeItBegins() {
    assertThat(
        reader.statistics(link.key(), range("2026-03-10T12:00:00Z", "2026-03-10T11:00:00Z", null, ZoneOffset.UTC)))
        .isEqualTo(new StatisticsOutcome.RangeRefused());
    assertThat(
        reader.statistics(link.key(), range("2026-03-10T12:00:00Z", "2026-03-10T12:00:00Z", null, ZoneOffset.UTC)))
        .isEqualTo(new StatisticsOutcome.RangeRefused());
  }

  @Test
  void takesAnyInstantForABound() {
    StatisticsQuery all = new StatisticsQuery(Instant.MIN, Instant.MAX, null, ZoneOffset.UTC, null, false);
    visit("2026-03-10T12:00:00Z", FIREFOX, 1);

    assertThat(shown(all).total()).isEqualTo(1);
    assertThat(reader.statistics(link.key(),
        new StatisticsQuery(Instant.MIN, Instant.MAX, Interval.MONTH, ZoneId.of("Asia/Tokyo"), null, false)))
        .isEqualTo(new StatisticsOutcome.TooManySteps(ReadStatistics.MOST_STEPS));
  }

  @Test
  void refusesMoreStepsThanItMayShow() {
    Instant from = Instant.parse("2025-01-01T00:00:00Z");
    StatisticsQuery exactly = new StatisticsQuery(from, from.plus(Duration.ofHours(10_000)), Interval.HOUR,
        ZoneOffset.UTC, null, false);
    StatisticsQuery oneMore = new StatisticsQuery(from, from.plus(Duration.ofHours(10_001)), Interval.HOUR,
        ZoneOffset.UTC, null, false);

    assertThat(shown(exactly).series()).hasSize(10_000);
    assertThat(reader.statistics(link.key(), oneMore)).isEqualTo(new StatisticsOutcome.TooManySteps(10_000));
  }

  @Test
  void hasTwentyThreeHoursInBerlinOnASpringSunday() {
    List<Step> hours = series("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", Interval.HOUR, "Europe/Berlin");

    assertThat(hours).hasSize(23);
    assertThat(local(hours, "Europe/Berlin")).contains("01:00", "03:00").doesNotContain("02:00");
  }

  @Test
  void hasTwentyFiveHoursInBerlinOnAnAutumnSunday() {
    visit("2026-10-25T00:30:00Z", FIREFOX, 1);
    visit("2026-10-25T01:30:00Z", FIREFOX, 1);
    visit("2026-10-25T01:45:00Z", FIREFOX, 1);
    List<Step> hours = series("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", Interval.HOUR, "Europe/Berlin");

    assertThat(hours).hasSize(25);
    assertThat(hours).contains(new Step(Instant.parse("2026-10-25T00:00:00Z"), 1),
        new Step(Instant.parse("2026-10-25T01:00:00Z"), 2));
    assertThat(local(hours, "Europe/Berlin")).filteredOn("02:00"::equals).hasSize(2);
  }

  @Test
  void beginsDaysAtTheirOwnMidnightWhenClocksChange() {
    assertThat(series("2026-03-07T12:00:00Z", "2026-03-10T12:00:00Z", Interval.DAY, "America/New_York"))
        .extracting(Step::start)
        .containsExactly(Instant.parse("2026-03-07T05:00:00Z"), Instant.parse("2026-03-08T05:00:00Z"),
            Instant.parse("2026-03-09T04:00:00Z"), Instant.parse("2026-03-10T04:00:00Z"));
  }

  @Test
  void beginsHoursAtAQuarterPastInKathmandu() {
    visit("2026-03-10T12:14:59Z", FIREFOX, 1);
    visit("2026-03-10T12:15:00Z", FIREFOX, 1);
    List<Step> hours = series("2026-03-10T12:00:00Z", "2026-03-10T13:00:00Z", Interval.HOUR, "Asia/Kathmandu");

    assertThat(hours).containsExactly(new Step(Instant.parse("2026-03-10T11:15:00Z"), 1),
        new Step(Instant.parse("2026-03-10T12:15:00Z"), 1));
  }

  @Test
  void goesOverTheDayThatApiaSkipped() {
    ZoneId apia = ZoneId.of("Pacific/Apia");
    List<Step> days = series("2011-12-28T12:00:00Z", "2012-01-02T12:00:00Z", Interval.DAY, "Pacific/Apia");

    assertThat(days).extracting(step -> step.start().atZone(apia).toLocalDate()).containsExactly(
        LocalDate.parse("2011-12-28"), LocalDate.parse("2011-12-29"), LocalDate.parse("2011-12-31"),
        LocalDate.parse("2012-01-01"), LocalDate.parse("2012-01-02"), LocalDate.parse("2012-01-03"));
  }

  @Test
  void keepsToTheFullHourWhereClocksChangeByHalfAnHour() {
    List<Step> spring = series("2026-10-03T12:00:00Z", "2026-10-04T12:00:00Z", Interval.HOUR, "Australia/Lord_Howe");
    List<Step> autumn = series("2026-04-04T12:00:00Z", "2026-04-05T12:00:00Z", Interval.HOUR, "Australia/Lord_Howe");

    Predicate<String> full = time -> time.endsWith(":00");
    assertThat(local(spring, "Australia/Lord_Howe")).filteredOn(full.negate()).containsExactly("02:30");
    assertThat(local(autumn, "Australia/Lord_Howe")).filteredOn(full.negate()).containsExactly("01:30");
  }

  @Test
  void beginsWeeksOnMondaysAndMonthsOnTheFirst() {
    assertThat(series("2026-03-10T00:00:00Z", "2026-03-24T00:00:00Z", Interval.WEEK, "UTC")).extracting(Step::start)
        .containsExactly(Instant.parse("2026-03-09T00:00:00Z"), Instant.parse("2026-03-16T00:00:00Z"),
            Instant.parse("2026-03-23T00:00:00Z"));
    assertThat(series("2026-01-31T00:00:00Z", "2026-03-02T00:00:00Z", Interval.MONTH, "UTC")).extracting(Step::start)
        .containsExactly(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"),
            Instant.parse("2026-03-01T00:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource(Interval.class)
  void hasEveryStepOfTheRangeOnceAndLosesNoVisit(Interval interval) {
    Random random = Seeds.fresh();
    Instant base = Instant.parse("2011-12-20T00:00:00Z");
    for (int i = 0; i < 2_000; i++) {
      Instant at = base.plusSeconds(random.nextInt(400 * 86_400));
      visit(at.toString(), random.nextInt(4) == 0 ? BOT : FIREFOX, random.nextInt(50));
    }
    for (String zone : List.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia",
        "Australia/Lord_Howe", "America/Sao_Paulo", "America/Havana", "UTC")) {
      Instant from = base.plusSeconds(random.nextInt(60 * 86_400));
      Instant to = from.plusSeconds(1 + random.nextInt(300 * 86_400));
      Statistics shown = shown(
          new StatisticsQuery(from, to, interval, ZoneId.of(zone), Trait.BROWSER, random.nextBoolean()));
      assertThat(shown.series().stream().mapToLong(Step::visits).sum()).as(zone).isEqualTo(shown.total());
      assertThat(shown.series()).extracting(Step::start).isSorted().doesNotHaveDuplicates();
      assertThat(shown.series().getFirst().start()).isBeforeOrEqualTo(from);
      assertThat(shown.series().getLast().start()).isBefore(to.plusSeconds(900));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/Sao_Paulo", "America/Havana", "Asia/Beirut", "Africa/Cairo"})
  void hasEveryDayOnceWhereClocksChangeAtMidnight(String zone) {
    List<Step> days = series("2018-01-01T12:00:00Z", "2019-01-01T12:00:00Z", Interval.DAY, zone);

    assertThat(days).extracting(step -> step.start().atZone(ZoneId.of(zone)).toLocalDate()).hasSize(366)
        .doesNotHaveDuplicates();
  }

  @Test
  void listsVisitsUpToNow() {
    visit("2026-03-10T12:00:00Z", FIREFOX, 1);
    visit("2026-03-10T12:00:00.001Z", FIREFOX, 1);

    assertThat(reader.visits(link.key(), null, null, false, 10, null).map(VisitPage::visits).orElseThrow()).hasSize(1);
  }

  private void visit(String at, Traits traits, long visitor) {
    VisitFacts facts = new VisitFacts(link.id(), link.key(), Instant.parse(at), Network.UNKNOWN, visitor, "", "",
        false);
    visits.settle(
        List.of(new ClassifiedVisit(new Visit(new VisitId(new Epoch(1, 1), sequence++), facts), traits)));
  }

  private static StatisticsQuery range(String from, String to, @Nullable Interval interval, ZoneId zone) {
    return new StatisticsQuery(Instant.parse(from), Instant.parse(to), interval, zone, null, false);
  }

  private List<Step> series(String from, String to, Interval interval, String zone) {
    Statistics shown = shown(range(from, to, interval, ZoneId.of(zone)));
    assertThat(shown.series().stream().mapToLong(Step::visits).sum()).isEqualTo(shown.total());
    return shown.series();
  }

  private Statistics shown(StatisticsQuery query) {
    StatisticsOutcome outcome = reader.statistics(link.key(), query);
    assertThat(outcome).isInstanceOf(StatisticsOutcome.Shown.class);
    return ((StatisticsOutcome.Shown) outcome).statistics();
  }

  private static List<String> local(List<Step> steps, String zone) {
    return steps.stream().map(step -> step.start().atZone(ZoneId.of(zone)).toLocalTime().toString()).toList();
  }
}
