package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.application.spi.CachedRoute.Known;
import dev.hexlink.application.spi.CachedRoute.Unknown;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link LinkCache} keeps to. It may forget at any time, but one that never remembers is of no use. */
@ExtendWith(SeededCases.class)
public interface LinkCacheContract {
  /** The adapter. Asked anew by every racing thread: several instances that share one memory may take turns. */
  LinkCache linkCache();

  /** The adapter with a server that cannot be reached; empty when that cannot be. */
  Optional<LinkCache> unreachableLinkCache();

  /** How long routes are remembered at most. */
  Duration timeToLive();

  /** How long it is remembered at most that a key is unknown. */
  Duration timeToLiveOfUnknown();

  /** Lets so much time pass for the cache: moves its clock, or waits. */
  void pass(Duration time);

  @Test
  default void aKeyNobodyPutIsAMiss(Seeded some) {
    assertThat(linkCache().get(some.key())).isEmpty();
  }

  @Test
  default void aRouteIsRememberedInFull(Seeded some) {
    Link full = some.fullLink(some.key(), new CodeOrigin.Drawn());
    for (Route route : List.of(some.link().route(), full.route(), full.retired(some.instant()).route(),
        some.chosen(new LinkKey(some.host(), some.code())).route())) {
      put(route);
    }
  }

  @Test
  default void anUnknownKeyIsRemembered(Seeded some) {
    LinkKey key = some.key();
    putUnknown(key);
    assertThat(linkCache().get(some.key())).isEmpty();
  }

  @Test
  default void keysAreComparedToTheLetter(Seeded some) {
    Host host = some.host();
    ShortCode lower = new ShortCode(some.word());
    ShortCode upper = new ShortCode(lower.value().toUpperCase(Locale.ROOT));
    put(some.chosen(LinkKey.of(lower)).route());
    assertThat(linkCache().get(LinkKey.of(upper))).isEmpty();
    assertThat(linkCache().get(new LinkKey(host, lower))).isEmpty();
  }

  @Test
  default void theHigherVersionIsRemembered(Seeded some) {
    Link first = some.link();
    Link second = first.retired(some.instant());
    Link third = second.restored(some.instant());
    put(second.route());
    linkCache().put(first.route());
    neverAnother(first.key(), new Known(second.route()));
    linkCache().put(third.route());
    await().untilAsserted(() -> assertThat(linkCache().get(first.key()).orElse(new Known(third.route())))
        .isEqualTo(new Known(third.route())));
    linkCache().put(second.route());
    neverAnother(first.key(), new Known(third.route()));
  }

  @Test
  default void manyRoutesAreRememberedAtOnce(Seeded some) {
    Link changed = some.link();
    Route newer = changed.retired(some.instant()).route();
    put(newer);
    List<Route> many = new ArrayList<>(some.links(250).stream().map(Link::route).toList());
    many.add(changed.route());
    await().untilAsserted(() -> {
      linkCache().putAll(many);
      assertThat(many.subList(0, 250)).allSatisfy(
          route -> assertThat(linkCache().get(route.key())).contains(new Known(route)));
    });
    neverAnother(newer.key(), new Known(newer));
    linkCache().putAll(List.of());
  }

  @Test
  default void theHighestOfRacingVersionsIsRemembered(Seeded some) {
    for (int round = 0; round < 10; round++) {
      List<Route> versions = versions(some.link(), some);
      Collections.shuffle(versions, some.random());
      Race.each(Race.RUNNERS, i -> linkCache().put(versions.get(i)));
      Route highest = versions.stream().filter(route -> route.version() == Race.RUNNERS).findFirst().orElseThrow();
      neverAnother(highest.key(), new Known(highest));
    }
  }

  @Test
  default void anUnknownKeyNeverOverwritesARoute(Seeded some) {
    Route route = some.link().route();
    put(route);
    linkCache().putUnknown(route.key());
    neverAnother(route.key(), new Known(route));
  }

  @Test
  default void anUnknownKeyNeverOverwritesARouteInARace(Seeded some) {
    for (int round = 0; round < 20; round++) {
      Route route = some.link().route();
      Race.each(Race.RUNNERS, i -> {
        if (i % 2 == 0) {
          linkCache().put(route);
        } else {
          linkCache().putUnknown(route.key());
        }
      });
      neverAnother(route.key(), new Known(route));
    }
  }

  @Test
  default void aRouteOverwritesAnUnknownKey(Seeded some) {
    Route route = some.link().route();
    putUnknown(route.key());
    put(route);
  }

  @Test
  default void whatIsDroppedIsForgotten(Seeded some) {
    Route dropped = some.link().route();
    Route kept = some.link().route();
    LinkKey unknown = some.key();
    put(dropped);
    put(kept);
    putUnknown(unknown);
    linkCache().drop(List.of(dropped.key(), unknown, some.key()));
    assertThat(linkCache().get(dropped.key())).isEmpty();
    assertThat(linkCache().get(unknown)).isEmpty();
    assertThat(linkCache().get(kept.key()).orElse(new Known(kept))).isEqualTo(new Known(kept));
  }

  @Test
  default void nothingIsDropped(Seeded some) {
    Route kept = some.link().route();
    put(kept);
    linkCache().drop(List.of());
    neverAnother(kept.key(), new Known(kept));
  }

  @Test
  default void nothingIsRememberedLongerThanItsTimeToLive(Seeded some) {
    Route route = some.link().route();
    LinkKey unknown = some.key();
    put(route);
    putUnknown(unknown);
    assertThat(timeToLiveOfUnknown()).isLessThan(timeToLive());
    pass(timeToLiveOfUnknown().plusMillis(1));
    assertThat(linkCache().get(unknown)).isEmpty();
    pass(timeToLive().minus(timeToLiveOfUnknown()));
    assertThat(linkCache().get(route.key())).isEmpty();
  }

  @Test
  default void readingDoesNotLengthenALife(Seeded some) {
    Route route = some.link().route();
    put(route);
    pass(timeToLive().dividedBy(2));
    linkCache().get(route.key());
    pass(timeToLive().dividedBy(2).plusMillis(1));
    assertThat(linkCache().get(route.key())).isEmpty();
  }

  @Test
  default void aListenerHearsOfDroppedKeysAlone(Seeded some) {
    ConcurrentLinkedQueue<LinkKey> heard = new ConcurrentLinkedQueue<>();
    linkCache().onDrop(heard::addAll);
    List<LinkKey> keys = List.of(some.key(), some.key());
    linkCache().put(some.link().route());
    linkCache().drop(keys);
    assertThat(keys).containsAll(heard);
  }

  @Test
  default void anOutageIsAMiss(Seeded some) {
    LinkCache cache = Outage.of(unreachableLinkCache());
    Route route = some.link().route();
    Outage.isBorne(() -> cache.onDrop(_ -> {}));
    Outage.isBorne(() -> cache.put(route));
    Outage.isBorne(() -> cache.putAll(some.links(250).stream().map(Link::route).toList()));
    Outage.isBorne(() -> cache.putUnknown(some.key()));
    Outage.isBorne(() -> cache.drop(List.of(route.key())));
    Outage.isBorne(() -> assertThat(cache.get(some.key())).isEmpty());
  }

  /** Puts a route until it is remembered. */
  private void put(Route route) {
    await().untilAsserted(() -> {
      linkCache().put(route);
      assertThat(linkCache().get(route.key())).contains(new Known(route));
    });
  }

  private void putUnknown(LinkKey key) {
    await().untilAsserted(() -> {
      linkCache().putUnknown(key);
      assertThat(linkCache().get(key)).contains(new Unknown());
    });
  }

  /** A miss is always right; anything else than what was put last is a lie. */
  private void neverAnother(LinkKey key, CachedRoute expected) {
    assertThat(linkCache().get(key).orElse(expected)).isEqualTo(expected);
  }

  private static List<Route> versions(Link link, Seeded some) {
    return new ArrayList<>(IntStream.rangeClosed(1, Race.RUNNERS).mapToObj(version -> {
      Route route = link.route();
      return new Route(route.id(), route.key(), some.target(), route.redirectStatus(), route.window(),
          route.maxVisits(), false, version);
    }).toList());
  }
}
