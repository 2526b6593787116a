package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.VisitQuery.VisitCursor;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.Visits.Group;
import dev.hexlink.application.spi.Visits.Rollup;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Traits.Device;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How {@link Visits} are read: quarters of an hour, groups, different visitors, and pages. */
public interface VisitsReadingCases extends VisitsUnderTest {
  Comparator<ClassifiedVisit> NEWEST_FIRST = Comparator
      .comparing((ClassifiedVisit visit) -> visit.visit().facts().at()).thenComparing(visit -> visit.visit().id())
      .reversed();

  /** What a store counts of visits. */
  static VisitCounts countsOf(List<ClassifiedVisit> visits) {
    return new VisitCounts(visits.size(), visits.stream().filter(ClassifiedVisit::isAutomated).count());
  }

  @Test
  default void countsAreOfTheLinksAskedFor(Seeded some) {
    List<Link> links = standing(some, 3);
    List<ClassifiedVisit> ones = some.visits(links.get(0), 5);
    List<ClassifiedVisit> others = some.visits(links.get(1), 9);
    visits().settle(ones);
    visits().settle(others);
    assertThat(visits().counts(List.of(links.get(0).id(), links.get(2).id(), links.get(1).id())))
        .containsEntry(links.get(0).id(), countsOf(ones)).containsEntry(links.get(1).id(), countsOf(others));
    assertThat(visits().counts(List.of(links.get(1).id()))).containsOnlyKeys(links.get(1).id());
  }

  @Test
  default void aQuarterHourBeginsWithItsFirstInstantAndEndsBeforeTheNext(Seeded some) {
    Link link = standing(some);
    Instant quarter = some.midnight().minus(Duration.ofHours(5));
    Instant next = quarter.plus(Duration.ofMinutes(15));
    settle(List.of(at(link, quarter.minusMillis(1), some), at(link, quarter, some), at(link, next.minusMillis(1), some),
        at(link, next, some), at(link, next, some), at(link, next.plus(Duration.ofMinutes(31)), some)));
    assertThat(starts(link, quarter.minusSeconds(900), some.midnight())).containsExactly(quarter.minusSeconds(900),
        quarter, next, next.plus(Duration.ofMinutes(30)));
    assertThat(visits().rollups(link.id(), quarter.minusSeconds(900), some.midnight()))
        .extracting(rollup -> rollup.counts().total()).containsExactly(1L, 2L, 2L, 1L);
    assertThat(starts(link, quarter, next)).containsExactly(quarter);
    assertThat(starts(link, quarter.plusMillis(1), next)).as("the one that holds from").containsExactly(quarter);
    assertThat(starts(link, next.minusMillis(1), next.plusMillis(1))).containsExactly(quarter, next);
    assertThat(starts(link, next.plus(Duration.ofHours(2)), some.midnight())).isEmpty();
  }

  @Test
  default void rollupsHoldTheAutomatedVisitsApart(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> batch = some.visits(link, 300);
    settle(batch);
    Map<Instant, List<ClassifiedVisit>> expected = batch.stream().collect(Collectors.groupingBy(
        visit -> Instant.ofEpochSecond(Math.floorDiv(visit.visit().facts().at().getEpochSecond(), 900L) * 900)));
    List<Rollup> rollups = visits().rollups(link.id(), some.midnight().minus(Duration.ofDays(2)), some.midnight());
    assertThat(rollups).extracting(Rollup::start).isSorted().hasSameElementsAs(expected.keySet());
    assertThat(rollups)
        .allSatisfy(rollup -> assertThat(rollup.counts())
            .isEqualTo(countsOf(expected.getOrDefault(rollup.start(), List.of()))));
  }

  @Test
  default void visitsAreGroupedByEachTrait(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> batch = some.visits(link, 400);
    settle(batch);
    groupsAre(link, Trait.BROWSER, batch, visit -> visit.traits().browser(), some);
    groupsAre(link, Trait.OPERATING_SYSTEM, batch, visit -> visit.traits().operatingSystem(), some);
    groupsAre(link, Trait.DEVICE, batch, visit -> visit.traits().device().name().toLowerCase(Locale.ROOT), some);
    groupsAre(link, Trait.BOT, batch, visit -> Boolean.toString(visit.isAutomated()), some);
    groupsAre(link, Trait.REFERRER, batch, VisitsReadingCases::referringHost, some);
  }

  @Test
  default void referrersAreGroupedByTheirHostInLowerCase(Seeded some) {
    Link link = standing(some);
    settle(List.of(referred(link, "https://News.Example/one", some),
        referred(link, "http://news.example:8080/two?q#f", some),
        referred(link, "https://NEWS.example", some), referred(link, "", some), referred(link, "", some),
        referred(link, "https://other.example/", some)));
    assertThat(
        visits().groups(link.id(), some.midnight().minus(Duration.ofDays(2)), some.midnight(), Trait.REFERRER, false))
        .extracting(Group::value).containsExactly("news.example", "", "other.example");
  }

  @Test
  default void groupsAreOfTheTimeAskedFor(Seeded some) {
    Link link = standing(some);
    Instant from = some.midnight().minus(Duration.ofHours(7)).plusMillis(123);
    Instant to = from.plus(Duration.ofMinutes(10));
    settle(List.of(at(link, from.minusMillis(1), some), at(link, from, some), at(link, to.minusMillis(1), some),
        at(link, to, some)));
    assertThat(visits().groups(link.id(), from, to, Trait.BROWSER, false).stream()
        .mapToLong(group -> group.counts().total()).sum())
        .isEqualTo(2);
  }

  @Test
  default void differentVisitorsAreCountedOnce(Seeded some) {
    Link link = standing(some);
    Instant from = some.midnight().minus(Duration.ofHours(10)).plusMillis(7);
    Instant to = from.plus(Duration.ofHours(1));
    settle(List.of(by(1, link, from, false, some), by(1, link, from.plusMillis(1), false, some),
        by(-2, link, from, false, some), by(3, link, to.minusMillis(1), true, some), by(0, link, from, false, some),
        by(0, link, from, false, some), by(4, link, to, false, some), by(5, link, from.minusMillis(1), false, some)));
    assertThat(visits().uniqueVisitors(link.id(), from, to, false)).isEqualTo(3);
    assertThat(visits().uniqueVisitors(link.id(), from, to, true)).isEqualTo(2);
    assertThat(visits().uniqueVisitors(link.id(), from.minusMillis(1), to.plusMillis(1), false)).isEqualTo(5);
    assertThat(visits().uniqueVisitors(standing(some).id(), from, to, false)).isZero();
  }

  @Test
  default void pagesShowEveryVisitOnceNewestFirst(Seeded some) {
    Link link = standing(some);
    List<Epoch> epochs = IntStream.range(0, 8).mapToObj(_ -> some.epoch()).toList();
    Instant at = some.instant();
    List<ClassifiedVisit> all = LongStream.range(0, 80)
        .mapToObj(i -> some.visit(link, new VisitId(epochs.get((int) (i % 8)), i), at.plusMillis(i / 20))).toList();
    settle(all);
    for (int limit : List.of(1, 7, 80)) {
      assertThat(walk(link, limit, false, () -> {}, some)).as("pages of %s", limit)
          .containsExactlyElementsOf(all.stream().sorted(NEWEST_FIRST).toList());
    }
  }

  @Test
  default void pagesHaveNeitherDoublesNorGapsWhileOthersSettle(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> all = some.visits(link, 60);
    settle(all);
    List<ClassifiedVisit> walked = walk(link, 7, false, () -> settle(some.visits(link, 2)), some);
    assertThat(walked).doesNotHaveDuplicates().isSortedAccordingTo(NEWEST_FIRST).containsAll(all);
  }

  @Test
  default void aPageSaysWhetherMoreFollow(Seeded some) {
    Link link = standing(some);
    settle(some.visits(link, 10));
    assertThat(page(link, 10, null, false, some).hasMore()).isFalse();
    VisitPage first = page(link, 9, null, false, some);
    assertThat(first.hasMore()).isTrue();
    VisitPage second = page(link, 9, cursor(first), false, some);
    assertThat(second.visits()).hasSize(1);
    assertThat(second.hasMore()).isFalse();
    assertThat(page(standing(some), 9, null, false, some).visits()).isEmpty();
  }

  @Test
  default void automatedVisitsAreLeftOutOnWish(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> all = some.visits(link, 90);
    settle(all);
    List<ClassifiedVisit> people = all.stream().filter(visit -> !visit.isAutomated()).toList();
    assertThat(walk(link, 8, true, () -> {}, some))
        .containsExactlyElementsOf(people.stream().sorted(NEWEST_FIRST).toList());
    List<Group> groups = visits().groups(link.id(), some.midnight().minus(Duration.ofDays(2)), some.midnight(),
        Trait.DEVICE, true);
    assertThat(groups.stream().map(Group::counts).reduce(VisitCounts.NONE, VisitCounts::plus))
        .isEqualTo(countsOf(people));
  }

  @Test
  default void aPageIsOfTheTimeAskedFor(Seeded some) {
    Link link = standing(some);
    Instant from = some.midnight().minus(Duration.ofHours(5)).plusMillis(3);
    Instant to = from.plusMillis(10);
    ClassifiedVisit first = at(link, from, some);
    ClassifiedVisit last = at(link, to.minusMillis(1), some);
    settle(List.of(at(link, from.minusMillis(1), some), first, last, at(link, to, some)));
    assertThat(visits().list(new VisitQuery(link.id(), from, to, false, 10, null)).visits()).containsExactly(last,
        first);
  }

  private void settle(List<ClassifiedVisit> batch) {
    visits().settle(batch);
  }

  private List<Instant> starts(Link link, Instant from, Instant to) {
    return visits().rollups(link.id(), from, to).stream().map(Rollup::start).toList();
  }

  private void groupsAre(Link link, Trait trait, List<ClassifiedVisit> batch, Function<ClassifiedVisit, String> value,
      Seeded some) {
    Map<String, List<ClassifiedVisit>> expected = batch.stream().collect(Collectors.groupingBy(value));
    List<Group> groups = visits().groups(link.id(), some.midnight().minus(Duration.ofDays(2)), some.midnight(), trait,
        false);
    assertThat(groups).as("groups by %s", trait).extracting(Group::value).doesNotHaveDuplicates()
        .hasSameElementsAs(expected.keySet());
    assertThat(groups)
        .isSortedAccordingTo(Comparator.comparingLong((Group group) -> group.counts().total()).reversed());
    assertThat(groups)
        .allSatisfy(
            group -> assertThat(group.counts()).isEqualTo(countsOf(expected.getOrDefault(group.value(), List.of()))));
  }

  private VisitPage page(Link link, int limit, @Nullable VisitCursor after, boolean withoutBots, Seeded some) {
    return visits().list(new VisitQuery(link.id(), some.midnight().minus(Duration.ofDays(2)), some.midnight(),
        withoutBots, limit, after));
  }

  private List<ClassifiedVisit> walk(Link link, int limit, boolean withoutBots, Runnable meanwhile, Seeded some) {
    VisitPage page = page(link, limit, null, withoutBots, some);
    List<ClassifiedVisit> walked = new ArrayList<>(page.visits());
    while (page.hasMore() && walked.size() < 10_000) {
      assertThat(page.visits()).as("a page that others follow is full").hasSize(limit);
      meanwhile.run();
      page = page(link, limit, cursor(page), withoutBots, some);
      walked.addAll(page.visits());
    }
    return walked;
  }

  private static VisitCursor cursor(VisitPage page) {
    Visit last = page.visits().getLast().visit();
    return new VisitCursor(last.facts().at(), last.id());
  }

  private static ClassifiedVisit at(Link link, Instant at, Seeded some) {
    return some.visit(link, new VisitId(some.epoch(), 0), at);
  }

  private static ClassifiedVisit referred(Link link, String referrer, Seeded some) {
    return with(link, some.instant(), 1, referrer, false, some);
  }

  private static ClassifiedVisit by(long visitor, Link link, Instant at, boolean prefetch, Seeded some) {
    return with(link, at, visitor, "", prefetch, some);
  }

  private static ClassifiedVisit with(Link link, Instant at, long visitor, String referrer, boolean prefetch,
      Seeded some) {
    VisitFacts facts = new VisitFacts(link.id(), link.key(), at, Network.UNKNOWN, visitor, "agent", referrer, prefetch);
    return new ClassifiedVisit(new Visit(new VisitId(some.epoch(), 0), facts),
        new Traits("Firefox", "Linux", Device.DESKTOP, false));
  }

  private static String referringHost(ClassifiedVisit visit) {
    String referrer = visit.visit().facts().referrer();
    return referrer.isEmpty()
        ? ""
        : referrer.substring("https://".length(), referrer.indexOf('/', "https://".length()));
  }
}
