package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.CachedRoute.Known;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What instances see of each other through Redis, and what stands there. */
@ExtendWith(SeededCases.class)
class SharedLinkCacheTest {
  @RegisterExtension
  static final TwoInstances INSTANCES = new TwoInstances();

  private final RedisLinkCache one = INSTANCES.one().cache();
  private final RedisLinkCache other = INSTANCES.other().cache();

  @Test
  void whatOnePutsTheOtherFinds(Seeded some) {
    Route route = some.link().route();
    one.put(route);
    assertThat(other.get(route.key())).contains(new Known(route));
    other.drop(List.of(route.key()));
    assertThat(one.get(route.key())).isEmpty();
  }

  @Test
  void theOthersHearWhatOneDrops(Seeded some) {
    ConcurrentLinkedQueue<LinkKey> heardByOne = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<LinkKey> heardByOther = new ConcurrentLinkedQueue<>();
    one.onDrop(heardByOne::addAll);
    other.onDrop(heardByOther::addAll);
    List<LinkKey> keys = Stream.concat(Stream.of(new LinkKey(some.host(), some.code())),
        Stream.generate(some::key).limit(1_200)).toList();
    await().untilAsserted(() -> {
      LinkKey sign = some.key();
      one.drop(List.of(sign));
      await().atMost(Duration.ofMillis(500)).until(() -> heardByOther.contains(sign));
    });
    one.drop(keys);
    await().untilAsserted(() -> assertThat(heardByOther).containsAll(keys));
    assertThat(heardByOne).as("one's own words").isEmpty();
  }

  @Test
  void whatWasDroppedAMomentAgoIsNotToldAgain(Seeded some) {
    ConcurrentLinkedQueue<LinkKey> heard = new ConcurrentLinkedQueue<>();
    other.onDrop(heard::addAll);
    LinkKey key = some.key();
    await().untilAsserted(() -> {
      LinkKey sign = some.key();
      one.drop(List.of(sign));
      await().atMost(Duration.ofMillis(500)).until(() -> heard.contains(sign));
    });
    LinkKey last = some.key();
    one.drop(List.of(key));
    one.drop(List.of(key));
    one.drop(List.of(last));
    await().until(() -> heard.contains(last));
    assertThat(heard.stream().filter(key::equals)).hasSize(1);
  }

  @Test
  void aLoadThatBeganBeforeADropBringsNothingBack(Seeded some) {
    Route old = some.link().route();
    one.put(old);
    other.drop(List.of(old.key()));
    one.put(old);
    assertThat(one.get(old.key())).isEmpty();
    LinkKey made = some.key();
    one.drop(List.of(made));
    other.putUnknown(made);
    assertThat(other.get(made)).isEmpty();
    long mark = asked(redis -> redis.pttl(name(old.key())));
    assertThat(mark).isBetween(3_000L, 5_000L);
  }

  @Test
  void whatWasPutTogetherIsNotForgottenTogether(Seeded some) {
    List<Route> routes = Stream.generate(() -> some.link().route()).limit(50).toList();
    routes.forEach(one::put);
    Set<Long> lives = new HashSet<>();
    for (Route route : routes) {
      lives.add(asked(redis -> redis.pttl(name(route.key()))) / 20);
    }
    assertThat(lives).hasSizeGreaterThan(5)
        .allMatch(life -> life <= Settings.TTL.toMillis() / 20 && life >= Settings.TTL.toMillis() / 20 / 2);
  }

  @Test
  void whatTheServerRememberedBeforeItStartedAnewIsNotBelieved(Seeded some) {
    Route route = some.link().route();
    Route newer = new Route(route.id(), route.key(), some.target(), route.redirectStatus(), route.window(), null, false,
        9);
    asked(redis -> redis.set(name(route.key()), RouteText.of(newer, "ba9876543210")));
    assertThat(one.get(route.key())).isEmpty();
    one.put(route);
    assertThat(other.get(route.key())).contains(new Known(route));
  }

  @Test
  void garbageIsAMissAndIsWrittenOver(Seeded some) {
    for (String garbage : List.of("", "garbage", "r1 x y", "r9 8 z")) {
      Route route = some.link().route();
      asked(redis -> redis.set(name(route.key()), garbage));
      assertThat(one.get(route.key())).isEmpty();
      one.put(route);
      assertThat(other.get(route.key())).contains(new Known(route));
    }
    Route route = some.link().route();
    asked(redis -> redis.rpush(name(route.key()), "a", "list"));
    assertThat(one.get(route.key())).isEmpty();
    one.put(route);
    assertThat(other.get(route.key())).contains(new Known(route));
  }

  @Test
  void aLaterFormatOfAHigherVersionIsLeftAlone(Seeded some) {
    Route route = some.link().route();
    one.put(route);
    String era = asked(redis -> redis.get(name(route.key()))).split(" ", -1)[2];
    asked(redis -> redis.set(name(route.key()), "r2 5 " + era + " something else"));
    one.put(route);
    String left = asked(redis -> redis.get(name(route.key())));
    assertThat(left).startsWith("r2 5");
    assertThat(one.get(route.key())).isEmpty();
  }

  @Test
  void manyAreDroppedAtOnce(Seeded some) {
    List<Route> routes = Stream.generate(() -> some.link().route()).limit(1_300).toList();
    routes.forEach(one::put);
    Collection<LinkKey> keys = routes.stream().map(Route::key).toList();
    other.drop(keys);
    assertThat(IntStream.range(0, 1_300).filter(i -> one.get(routes.get(i).key()).isPresent()).count()).isZero();
  }

  private static String name(LinkKey key) {
    return INSTANCES.names().route(key);
  }

  private static <T> T asked(Function<RedisAsyncCommands<String, String>, CompletionStage<T>> question) {
    return INSTANCES.one().server().write("a test", session -> question.apply(session.commands()));
  }
}
