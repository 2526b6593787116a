package dev.hexlink.application.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.hexlink.application.fakes.HeapCache;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Race;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Link LINK = Samples.link("known");
  private static final LinkKey KEY = LINK.key();
  private static final LinkKey NOBODYS = Samples.key("nobodys");

  private final HeapLinks links = new HeapLinks();
  private final HeapCache near = new HeapCache();
  private final HeapCache shared = new HeapCache();
  private final MutableClock clock = new MutableClock();
  private final Routes routes = routes(PATIENT, 64, Thread::startVirtualThread);

  RoutesTest() {
    links.hold(LINK);
  }

  private Routes routes(Duration deadline, int most, Executor executor) {
    return new Routes(links, near, shared, executor, deadline, most, clock);
  }

  @Test
  void asksTheStoreOnceForManyCallers() {
    links.afterFind.shut();
    List<CompletableFuture<Optional<Route>>> waiting = Race.of(64, _ -> routes.find(KEY));
    links.afterFind.open();

    assertThat(waiting).extracting(RoutesTest::get).containsOnly(Optional.of(LINK.route()));
    assertThat(links.finds).hasValue(1);
    assertThat(routes.loaded()).isEqualTo(1);
  }

  @Test
  void remembersWhatItFoundNearAndShared() {
    assertThat(get(routes.find(KEY))).contains(LINK.route());

    assertThat(near.routes()).containsEntry(KEY, new CachedRoute.Known(LINK.route()));
    assertThat(shared.routes()).containsEntry(KEY, new CachedRoute.Known(LINK.route()));
    assertThat(get(routes.find(KEY))).contains(LINK.route());
    assertThat(links.finds).hasValue(1);
  }

  @Test
  void remembersThatNobodyHasAKey() {
    assertThat(get(routes.find(NOBODYS))).isEmpty();
    assertThat(get(routes.find(NOBODYS))).isEmpty();

    assertThat(links.finds).hasValue(1);
    assertThat(routes.inMemory(NOBODYS)).contains(new CachedRoute.Unknown());
    assertThat(shared.routes()).containsEntry(NOBODYS, new CachedRoute.Unknown());
  }

  @Test
  void asksTheSharedCacheBeforeTheStore() {
    shared.put(LINK.route());

    assertThat(get(routes.find(KEY))).contains(LINK.route());
    assertThat(links.finds).hasValue(0);
    assertThat(near.routes()).containsKey(KEY);
  }

  @Test
  void worksWithoutASharedCache() {
    Routes alone = new Routes(links, near, null, Thread::startVirtualThread, PATIENT, 64, clock);

    assertThat(get(alone.find(KEY))).contains(LINK.route());
    alone.forgetEverywhere(List.of(KEY));
    assertThat(near.routes()).isEmpty();
  }

  @Test
  void doesNotRememberALoadThatBeganBeforeADrop() {
    links.afterFind.shut();
    CompletableFuture<Optional<Route>> old = routes.find(KEY);
    links.afterFind.awaitHeld(1);
    Link moved = move(LINK);
    routes.forgetEverywhere(List.of(KEY));
    links.afterFind.open();

    assertThat(get(old)).contains(LINK.route());
    assertThat(near.routes()).isEmpty();
    assertThat(shared.routes()).isEmpty();
    assertThat(get(routes.find(KEY))).contains(moved.route());
  }

  @Test
  void neverPutsALoadThatBeganBeforeADropIntoTheSharedCache() {
    shared.beforePut.shut();
    links.afterFind.shut();
    CompletableFuture<Optional<Route>> old = routes.find(KEY);
    links.afterFind.awaitHeld(1);
    routes.forgetEverywhere(List.of(KEY));
    links.afterFind.open();

    assertThat(get(old.orTimeout(10, TimeUnit.SECONDS))).contains(LINK.route());
    shared.beforePut.open();
  }

  @Test
  void dropsFromTheSharedCacheWhatALoadOfBeforeIsJustPuttingThere() {
    shared.beforePut.shut();
    CompletableFuture<Optional<Route>> old = routes.find(KEY);
    shared.beforePut.awaitHeld(1);
    Link moved = move(LINK);
    Thread dropping = Thread.startVirtualThread(() -> routes.forgetEverywhere(List.of(KEY)));
    await().until(() -> near.drops.get() > 0);
    shared.beforePut.open();
    join(dropping);

    assertThat(get(routes.find(KEY))).as("once the change is answered").contains(moved.route());
    assertThat(get(old)).contains(LINK.route());
  }

  @Test
  void startsAnotherLoadForThoseWhoAskAfterADrop() {
    links.afterFind.shut();
    CompletableFuture<Optional<Route>> old = routes.find(KEY);
    links.afterFind.awaitHeld(1);
    Link moved = move(LINK);
    routes.forgetEverywhere(List.of(KEY));
    CompletableFuture<Optional<Route>> fresh = routes.find(KEY);
    links.afterFind.open();

    assertThat(get(old)).contains(LINK.route());
    assertThat(get(fresh)).contains(moved.route());
    await().untilAsserted(() -> assertThat(get(routes.find(KEY))).contains(moved.route()));
  }

  @Test
  void showsTheNewVersionToWhoeverAsksWhileTheSharedCacheIsBeingCleared() {
    get(routes.find(KEY));
    Link moved = move(LINK);
    shared.beforeDrop.shut();
    Thread dropping = Thread.startVirtualThread(() -> routes.forgetEverywhere(List.of(KEY)));
    shared.beforeDrop.awaitHeld(1);
    get(routes.find(KEY));
    shared.beforeDrop.open();
    join(dropping);

    assertThat(get(routes.find(KEY))).contains(moved.route());
  }

  @Test
  void forgetsWhatAnotherInstanceDropped() {
    get(routes.find(KEY));
    shared.droppedElsewhere(KEY);

    assertThat(near.routes()).isEmpty();
  }

  @Test
  void saysUnavailableAndNeverUnknownInAnOutage() {
    links.outage.begin();

    assertUnavailable(routes.find(NOBODYS));
    assertThat(near.routes()).isEmpty();
    assertThat(shared.routes()).isEmpty();
    assertThat(routes.failed()).isEqualTo(1);
  }

  @Test
  void servesWhatItRemembersInAnOutage() {
    get(routes.find(KEY));
    links.outage.begin();

    assertThat(get(routes.find(KEY))).contains(LINK.route());
  }

  @Test
  void findsAgainAfterAnOutage() {
    links.outage.forNext(1);
    assertUnavailable(routes.find(KEY));

    assertThat(get(routes.find(KEY))).contains(LINK.route());
  }

  @Test
  void givesUpWaitingAfterTheDeadlineAndStillRemembersWhatComesLate() {
    Routes hasty = routes(Duration.ofMillis(20), 64, Thread::startVirtualThread);
    links.afterFind.shut();

    assertUnavailable(hasty.find(KEY));
    links.afterFind.open();
    await().untilAsserted(() -> assertThat(hasty.inMemory(KEY)).contains(new CachedRoute.Known(LINK.route())));
  }

  @Test
  void oneWhoGivesUpDoesNotFailTheOthers() {
    links.afterFind.shut();
    CompletableFuture<Optional<Route>> cancelled = routes.find(KEY);
    CompletableFuture<Optional<Route>> waiting = routes.find(KEY);
    cancelled.cancel(true);
    links.afterFind.open();

    assertThat(get(waiting)).contains(LINK.route());
  }

  @Test
  void refusesAtOnceWhenTooManyAreLookedUp() {
    Routes narrow = routes(PATIENT, 2, Thread::startVirtualThread);
    links.afterFind.shut();
    List<CompletableFuture<Optional<Route>>> inside = List.of(narrow.find(KEY), narrow.find(NOBODYS));
    links.afterFind.awaitHeld(2);

    assertUnavailable(narrow.find(Samples.key("third")));
    links.afterFind.open();
    assertThat(inside).extracting(RoutesTest::get).containsExactly(Optional.of(LINK.route()), Optional.empty());
    await().untilAsserted(() -> assertThat(get(narrow.find(Samples.key("third")))).isEmpty());
  }

  @Test
  void leaksNeitherRoomNorLoadsWhateverFails() {
    Routes narrow = routes(PATIENT, 4, Thread::startVirtualThread);
    for (int i = 0; i < 100; i++) {
      links.outage.forNext(1);
      assertUnavailable(narrow.find(Samples.key("code" + i)));
      clock.advance(Duration.ofSeconds(1));
    }

    links.outage.end();
    for (int i = 0; i < 100; i++) {
      LinkKey key = Samples.key("code" + i);
      await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).ignoreExceptions()
          .untilAsserted(() -> assertThat(get(narrow.find(key))).isEmpty());
    }
  }

  @Test
  void survivesAnExecutorThatRefuses() {
    boolean[] refuses = {true};
    Routes narrow = routes(PATIENT, 1, task -> {
      if (refuses[0]) {
        throw new RejectedExecutionException("closed");
      }
      Thread.startVirtualThread(task);
    });
    assertUnavailable(narrow.find(KEY));
    assertUnavailable(narrow.find(KEY));

    refuses[0] = false;
    assertThat(get(narrow.find(KEY))).contains(LINK.route());
  }

  @Test
  void hidesNoFaultOfTheStoreBehindAnOutage() {
    Links broken = mock();
    when(broken.find(any())).thenThrow(new IllegalStateException("a bug")).thenReturn(Optional.of(LINK));
    Routes over = new Routes(broken, near, null, Thread::startVirtualThread, PATIENT, 1, clock);

    assertThatThrownBy(() -> get(over.find(KEY))).hasCauseInstanceOf(IllegalStateException.class);
    await().ignoreExceptions().untilAsserted(() -> assertThat(get(over.find(KEY))).contains(LINK.route()));
  }

  @Test
  void leavesAStoreAloneThatDoesNotAnswer() {
    links.outage.begin();
    Stream.iterate(0, i -> i + 1).limit(5).forEach(i -> assertUnavailable(routes.find(Samples.key("down" + i))));
    int asked = links.finds.get();
    assertUnavailable(routes.find(KEY));
    assertThat(links.finds).as("open: not asked").hasValue(asked);

    clock.advance(Duration.ofMillis(500));
    assertUnavailable(routes.find(KEY));
    assertUnavailable(routes.find(KEY));
    assertThat(links.finds).as("half open: asked once").hasValue(asked + 1);

    links.outage.end();
    clock.advance(Duration.ofMillis(500));
    assertThat(get(routes.find(KEY))).contains(LINK.route());
    assertThat(get(routes.find(NOBODYS))).as("closed").isEmpty();
  }

  @Test
  void showsEveryCallerTheLatestVersionOnceItsChangeIsAnswered() {
    Link[] latest = {LINK};
    for (int i = 0; i < 200; i++) {
      List<Boolean> seen = Race.of(4, runner -> {
        if (runner > 0) {
          get(routes.find(KEY));
          return true;
        }
        latest[0] = move(latest[0]);
        routes.forgetEverywhere(List.of(KEY));
        return get(routes.find(KEY)).equals(Optional.of(latest[0].route()));
      });
      assertThat(seen).doesNotContain(false);
      assertThat(get(routes.find(KEY))).contains(latest[0].route());
    }
  }

  @Test
  void keepsKeysApart() {
    List<Link> many = IntStream.range(0, 50).mapToObj(i -> Samples.link("many" + i)).toList();
    many.forEach(links::hold);

    List<CompletableFuture<Optional<Route>>> found = Race.of(50, i -> routes.find(many.get(i).key()));
    assertThat(found).extracting(RoutesTest::get)
        .containsExactlyElementsOf(many.stream().map(link -> Optional.of(link.route())).toList());
  }

  private Link move(Link link) {
    Link moved = Samples.moved(link, "https://moved.example/" + link.version());
    assertThat(links.replace(moved)).isTrue();
    return moved;
  }

  private static Optional<Route> get(CompletableFuture<Optional<Route>> future) {
    return future.join();
  }

  private static void assertUnavailable(CompletableFuture<Optional<Route>> future) {
    assertThatThrownBy(() -> get(future)).isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(LinksUnavailable.class);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
