package dev.hexlink.contracts;

import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.Route;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class HotLinksContractTest {
  @Nested
  class Heap implements HotLinksContract {
    @Override
    public StoreUnderTest newStore() {
      return HeapStore.whole();
    }

    @Override
    public Optional<HotLinks> unreachableHotLinks() {
      return Optional.of(Unreachable.port(HotLinks.class, () -> new LinksUnavailable("down")));
    }
  }

  @Test
  void theLeastFollowedFirstIsRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      public List<Route> hottest(Instant since, int most) {
        return super.hottest(since, most).reversed();
      }
    }, "theMostFollowedComeFirst");
  }

  @Test
  void theBusiestQuarterInsteadOfTheSumIsRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      long followed(Link link, Instant since) {
        return visits.rollups.getOrDefault(link.id(), Map.of()).entrySet().stream()
            .filter(rollup -> !rollup.getKey().isBefore(HeapVisits.quarter(since)))
            .mapToLong(rollup -> rollup.getValue().total()).max().orElse(0);
      }

      @Override
      public List<Route> hottest(Instant since, int most) {
        return inService().filter(link -> followed(link, since) > 4)
            .sorted(Comparator.comparingLong((Link link) -> followed(link, since)).reversed()).limit(most)
            .map(Link::route).toList();
      }
    }, "theMostFollowedComeFirst");
  }

  @Test
  void countsOfAllTimeAreRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      long followed(Link link, Instant since) {
        return super.followed(link, Instant.EPOCH);
      }
    }, "visitsCountFromTheQuarterOfAnHourOn");
  }

  @Test
  void aQuarterThatIsLeftOutIsRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      long followed(Link link, Instant since) {
        return super.followed(link, since.plusSeconds(899));
      }
    }, "visitsCountFromTheQuarterOfAnHourOn");
  }

  @Test
  void linksOutOfServiceAreRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      Stream<Link> inService() {
        return links.all();
      }
    }, "linksOutOfServiceAreNeitherHotNorInTheWayOfOthers", "linksAreDrawnEachOnce");
  }

  @Test
  void linksOutOfServiceThatTakePlacesAreRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      public List<Route> hottest(Instant since, int most) {
        return links.all().filter(link -> followed(link, since) > 0)
            .sorted(Comparator.comparingLong((Link link) -> followed(link, since)).reversed()).limit(most)
            .map(Link::route).filter(route -> !route.retired()).toList();
      }
    }, "linksOutOfServiceAreNeitherHotNorInTheWayOfOthers");
  }

  @Test
  void theNewestInsteadOfChanceAreRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      public List<Route> drawn(RandomGenerator random, int most) {
        return inService().sorted(Comparator.comparing(Link::createdAt).reversed()).limit(most).map(Link::route)
            .toList();
      }
    }, "chanceReachesOldLinksAndNewOnes");
  }

  @Test
  void chanceThatMissesIsRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      public List<Route> drawn(RandomGenerator random, int most) {
        List<Link> all = links.all().toList();
        return random.ints(most, 0, Math.max(1, all.size())).distinct().filter(i -> i < all.size()).mapToObj(all::get)
            .filter(HeapHotLinks::isInService).map(Link::route).toList();
      }
    }, "fewLinksAmongManyOutOfServiceAreDrawnAll");
  }

  @Test
  void chanceThatRepeatsIsRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      public List<Route> drawn(RandomGenerator random, int most) {
        List<Route> all = super.drawn(random, Integer.MAX_VALUE);
        return random.ints(most, 0, all.size()).mapToObj(all::get).toList();
      }
    }, "linksAreDrawnEachOnce");
  }

  @Test
  void pinsWithoutOrderAreRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      public List<Route> pinned() {
        return super.pinned().stream().sorted(Comparator.comparing(route -> route.key().code().value())).toList()
            .reversed().stream().sorted(Comparator.comparing(Route::id)).toList();
      }
    }, "pinsAreKeptInTheirOrder");
  }

  @Test
  void aPinThatMovesWhenItIsPinnedAgainIsRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      public boolean pin(LinkId link) {
        unpin(link);
        return super.pin(link);
      }
    }, "pinsAreKeptInTheirOrder");
  }

  @Test
  void pinsOfNothingAreRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      public boolean pin(LinkId link) {
        return addPin(link);
      }
    }, "aLinkThatIsNotThereIsNotPinned");
  }

  @Test
  void pinsWithoutEndAreRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      boolean addPin(LinkId link) {
        return pins.add(link);
      }
    }, "moreThanTheMostAreNotPinned");
  }

  @Test
  void pinnedLinksOutOfServiceAreRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      public List<Route> pinned() {
        return pins.stream().flatMap(pin -> links.all().filter(link -> link.id().equals(pin))).map(Link::route)
            .toList();
      }
    }, "aPinnedLinkOutOfServiceKeepsItsPin");
  }

  @Test
  void losingThePinOfALinkOutOfServiceIsRejected() {
    rejected(store -> new HeapHotLinks(store.links, store.visits) {
      @Override
      public List<Route> pinned() {
        pins.removeIf(pin -> inService().noneMatch(link -> link.id().equals(pin)));
        return super.pinned();
      }
    }, "aPinnedLinkOutOfServiceKeepsItsPin");
  }

  @Test
  void readingAnOutageAsNoLinksIsRejected() {
    HeapStore store = new HeapStore();
    Subject.reset(each -> each.hotLinks, store.hotLinks);
    Trial.rejects(Subject.class, "anOutageIsSaidAndNeverReadAsNoLinks");
  }

  private static void rejected(Function<HeapStore, HotLinks> broken, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, cases);
  }

  static class Subject implements HotLinksContract {
    private static Function<HeapStore, HotLinks> hotLinks = store -> store.hotLinks;
    private static @Nullable HotLinks unreachable;

    static void reset(Function<HeapStore, HotLinks> broken, @Nullable HotLinks outage) {
      hotLinks = broken;
      unreachable = outage;
    }

    @Override
    public StoreUnderTest newStore() {
      HeapStore store = new HeapStore();
      return store.with(new HeapStoreContents(store), hotLinks.apply(store));
    }

    @Override
    public Optional<HotLinks> unreachableHotLinks() {
      return Optional.ofNullable(unreachable);
    }
  }
}
