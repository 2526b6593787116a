package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link HotLinks} keeps to. As it looks at a store as a whole, each case begins with one of its own. */
@ExtendWith(SeededCases.class)
public interface HotLinksContract {
  /** A store that nothing is kept in yet. */
  StoreUnderTest newStore();

  /** The adapter with a store that cannot be reached; empty when that cannot be. */
  Optional<HotLinks> unreachableHotLinks();

  @Test
  default void anEmptyStoreHasNone(Seeded some) {
    HotLinks hot = newStore().hotLinks();
    assertThat(hot.hottest(Instant.EPOCH, 10)).isEmpty();
    assertThat(hot.drawn(some.random(), 10)).isEmpty();
    assertThat(hot.pinned()).isEmpty();
  }

  @Test
  default void theMostFollowedComeFirst(Seeded some) {
    StoreUnderTest store = newStore();
    List<Link> links = standing(store, some, 12);
    Instant now = some.midnight();
    follow(store, links.get(7), now.minusSeconds(1), 9, some);
    follow(store, links.get(2), now.minusSeconds(90_000), 5, some);
    follow(store, links.get(2), now.minusSeconds(4_000), 3, some);
    follow(store, links.get(11), now.minusSeconds(80_000), 2, some);
    follow(store, links.get(0), now.minusSeconds(10), 1, some);
    Instant since = now.minus(Duration.ofDays(2));
    assertThat(store.hotLinks().hottest(since, 100)).isEqualTo(routes(links, 7, 2, 11, 0));
    assertThat(store.hotLinks().hottest(since, 2)).isEqualTo(routes(links, 7, 2));
  }

  @Test
  default void visitsCountFromTheQuarterOfAnHourOn(Seeded some) {
    StoreUnderTest store = newStore();
    List<Link> links = standing(store, some, 3);
    Instant quarter = some.midnight().minus(Duration.ofHours(3));
    follow(store, links.get(0), quarter.minusMillis(1), 9, some);
    follow(store, links.get(1), quarter, 1, some);
    follow(store, links.get(1), quarter.minusMillis(1), 1, some);
    follow(store, links.get(2), quarter.plus(Duration.ofMinutes(15)), 2, some);
    assertThat(store.hotLinks().hottest(quarter, 10)).isEqualTo(routes(links, 2, 1));
    assertThat(store.hotLinks().hottest(quarter.plusSeconds(899), 10)).as("the whole quarter")
        .isEqualTo(routes(links, 2, 1));
    assertThat(store.hotLinks().hottest(quarter.plusSeconds(900), 10)).isEqualTo(routes(links, 2));
    assertThat(store.hotLinks().hottest(some.midnight(), 10)).isEmpty();
  }

  @Test
  default void linksOutOfServiceAreNeitherHotNorInTheWayOfOthers(Seeded some) {
    StoreUnderTest store = newStore();
    List<Link> links = standing(store, some, 3);
    follow(store, links.get(0), some.midnight().minusSeconds(5), 9, some);
    follow(store, links.get(1), some.midnight().minusSeconds(5), 5, some);
    store.links().replace(links.get(0).retired(some.midnight()));
    assertThat(store.hotLinks().hottest(some.midnight().minusSeconds(5), 1)).isEqualTo(routes(links, 1));
    store.links().replace(links.get(0).retired(some.midnight()).restored(some.midnight()));
    assertThat(store.hotLinks().hottest(some.midnight().minusSeconds(5), 1)).extracting(Route::id)
        .containsExactly(links.get(0).id());
  }

  @Test
  default void aRouteIsTheLinksOwnAsItIsNow(Seeded some) {
    StoreUnderTest store = newStore();
    Host host = some.host();
    store.installation().register(List.of(host));
    Link full = some.fullLink(new LinkKey(host, some.code()),
        new CodeOrigin.Drawn());
    store.links().insert(List.of(full));
    Link changed = full.retired(some.midnight()).restored(some.midnight());
    store.links().replace(full.retired(some.midnight()));
    store.links().replace(changed);
    follow(store, full, some.midnight().minusSeconds(1), 1, some);
    store.hotLinks().pin(full.id());
    List<Route> expected = List.of(changed.route());
    assertThat(store.hotLinks().hottest(Instant.EPOCH, 5)).isEqualTo(expected);
    assertThat(store.hotLinks().drawn(some.random(), 5)).isEqualTo(expected);
    assertThat(store.hotLinks().pinned()).isEqualTo(expected);
  }

  @Test
  default void linksAreDrawnEachOnce(Seeded some) {
    StoreUnderTest store = newStore();
    List<Link> links = standing(store, some, 60);
    Set<LinkId> inService = new HashSet<>();
    for (int i = 0; i < links.size(); i++) {
      if (i % 3 == 0) {
        store.links().replace(links.get(i).retired(some.midnight()));
      } else {
        inService.add(links.get(i).id());
      }
    }
    assertThat(store.hotLinks().drawn(some.random(), 15)).hasSize(15).doesNotHaveDuplicates().extracting(Route::id)
        .isSubsetOf(inService);
    assertThat(store.hotLinks().drawn(some.random(), 40)).extracting(Route::id)
        .containsExactlyInAnyOrderElementsOf(inService);
    assertThat(store.hotLinks().drawn(some.random(), 1_000)).as("fewer, as there are fewer").extracting(Route::id)
        .containsExactlyInAnyOrderElementsOf(inService);
  }

  @Test
  default void fewLinksAmongManyOutOfServiceAreDrawnAll(Seeded some) {
    StoreUnderTest store = newStore();
    List<Link> links = standing(store, some, 120);
    links.subList(4, 120).forEach(link -> store.links().replace(link.retired(some.midnight())));
    assertThat(store.hotLinks().drawn(some.random(), 4)).extracting(Route::id)
        .containsExactlyInAnyOrderElementsOf(links.subList(0, 4).stream().map(Link::id).toList());
  }

  @Test
  default void chanceReachesOldLinksAndNewOnes(Seeded some) {
    StoreUnderTest store = newStore();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      links.addAll(standing(store, some, 10));
    }
    Set<LinkId> drawn = new HashSet<>();
    Set<List<LinkId>> draws = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      List<LinkId> draw = store.hotLinks().drawn(new Random(some.random().nextLong()), 20).stream().map(Route::id)
          .toList();
      drawn.addAll(draw);
      draws.add(draw);
    }
    assertThat(draws).as("different draws").hasSizeGreaterThan(35);
    assertThat(drawn).as("different links of 200 in 40 draws of 20").hasSizeGreaterThan(170);
    assertThat(links.subList(0, 20)).as("the oldest").filteredOn(link -> drawn.contains(link.id()))
        .hasSizeGreaterThan(13);
    assertThat(links.subList(180, 200)).as("the newest").filteredOn(link -> drawn.contains(link.id()))
        .hasSizeGreaterThan(13);
  }

  @Test
  default void pinsAreKeptInTheirOrder(Seeded some) {
    StoreUnderTest store = newStore();
    List<Link> links = standing(store, some, 5);
    assertThat(store.hotLinks().pin(links.get(3).id())).isTrue();
    assertThat(store.hotLinks().pin(links.get(0).id())).isTrue();
    assertThat(store.hotLinks().pin(links.get(4).id())).isTrue();
    assertThat(store.hotLinks().pin(links.get(3).id())).as("again").isTrue();
    assertThat(store.hotLinks().pinned()).isEqualTo(routes(links, 3, 0, 4));
    store.hotLinks().unpin(links.get(0).id());
    store.hotLinks().unpin(links.get(0).id());
    store.hotLinks().unpin(some.link().id());
    assertThat(store.hotLinks().pinned()).isEqualTo(routes(links, 3, 4));
    store.hotLinks().pin(links.get(0).id());
    assertThat(store.hotLinks().pinned()).isEqualTo(routes(links, 3, 4, 0));
  }

  @Test
  default void aLinkThatIsNotThereIsNotPinned(Seeded some) {
    StoreUnderTest store = newStore();
    Link link = standing(store, some, 1).getFirst();
    assertThat(store.hotLinks().pin(some.link().id())).isFalse();
    assertThat(store.hotLinks().pin(link.id())).isTrue();
    assertThat(store.hotLinks().pinned()).containsExactly(link.route());
  }

  @Test
  default void aPinnedLinkOutOfServiceKeepsItsPin(Seeded some) {
    StoreUnderTest store = newStore();
    List<Link> links = standing(store, some, 2);
    links.forEach(link -> store.hotLinks().pin(link.id()));
    Link retired = links.getFirst().retired(some.midnight());
    store.links().replace(retired);
    assertThat(store.hotLinks().pinned()).isEqualTo(routes(links, 1));
    Link restored = retired.restored(some.midnight());
    store.links().replace(restored);
    assertThat(store.hotLinks().pinned()).containsExactly(restored.route(), links.get(1).route());
  }

  @Test
  default void moreThanTheMostAreNotPinned(Seeded some) {
    StoreUnderTest store = newStore();
    List<Link> links = standing(store, some, HotLinks.MOST_PINNED + 1);
    List<Link> pinned = links.subList(0, HotLinks.MOST_PINNED);
    assertThat(pinned).allMatch(link -> store.hotLinks().pin(link.id()));
    assertThat(store.hotLinks().pin(links.getLast().id())).as("one too many").isFalse();
    assertThat(store.hotLinks().pin(links.getFirst().id())).as("one that is pinned").isTrue();
    assertThat(store.hotLinks().pinned()).hasSize(HotLinks.MOST_PINNED);
    store.hotLinks().unpin(links.getFirst().id());
    assertThat(store.hotLinks().pin(links.getLast().id())).as("in the place of another").isTrue();
  }

  @Test
  default void racingPinsOfALinkPinItOnce(Seeded some) {
    StoreUnderTest store = newStore();
    for (int round = 0; round < 5; round++) {
      Link link = standing(store, some, 1).getFirst();
      assertThat(Race.of(Race.RUNNERS, _ -> store.hotLinks().pin(link.id()))).containsOnly(true);
      assertThat(store.hotLinks().pinned()).hasSize(round + 1).contains(link.route());
    }
  }

  @Test
  default void anOutageIsSaidAndNeverReadAsNoLinks(Seeded some) {
    HotLinks hot = Outage.of(unreachableHotLinks());
    LinkId link = some.link().id();
    isSaid(() -> hot.hottest(Instant.EPOCH, 10));
    isSaid(() -> hot.drawn(some.random(), 10));
    isSaid(hot::pinned);
    isSaid(() -> hot.pin(link));
    isSaid(() -> hot.unpin(link));
  }

  private static void isSaid(ThrowingCallable call) {
    Outage.isSaid(LinksUnavailable.class, call);
  }

  private static List<Link> standing(StoreUnderTest store, Seeded some, int count) {
    List<Link> links = some.links(count);
    store.links().insert(links);
    return links;
  }

  private static void follow(StoreUnderTest store, Link link, Instant at, int times, Seeded some) {
    Epoch epoch = some.epoch();
    List<ClassifiedVisit> visits = LongStream.range(0, times)
        .mapToObj(sequence -> some.visit(link, new VisitId(epoch, sequence), at)).toList();
    store.visits().settle(visits);
  }

  private static List<Route> routes(List<Link> links, int... which) {
    List<Route> routes = new ArrayList<>();
    for (int i : which) {
      routes.add(links.get(i).route());
    }
    return routes;
  }
}
