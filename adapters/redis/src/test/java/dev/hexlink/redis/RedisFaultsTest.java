package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.CachedRoute.Known;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.CodePool.PooledCode;
import dev.hexlink.application.spi.RateLimiter.Rate;
import dev.hexlink.application.spi.RateLimiterUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.FaultProxy;
import dev.hexlink.contracts.servers.PrivateRedis;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of instances whose Redis is killed, stopped, emptied or cut off. */
@ExtendWith(SeededCases.class)
class RedisFaultsTest {
  private static final PrivateRedis REDIS = PrivateRedis.create();
  private static final Duration BACK = Duration.ofSeconds(3);
  private static final Rate RATE = new Rate(1_000, Duration.ofSeconds(1));
  private static final Stack STACK = new Stack("java", 3);

  private final FaultProxy proxy = FaultProxy.before("127.0.0.1", REDIS.port());
  private final Instance cutOff = new Instance(Settings.of("redis://" + proxy.address(), "faults:"));
  private final Instance direct = new Instance(Settings.of(REDIS.uri(), "faults:"));

  @BeforeEach
  void bothAreConnected() {
    await().until(() -> cutOff.health().check().up() && direct.health().check().up());
  }

  @AfterEach
  void close() {
    cutOff.close();
    direct.close();
    proxy.close();
    REDIS.flushAll();
  }

  @AfterAll
  static void end() {
    REDIS.close();
  }

  @Test
  void aKilledServerIsAMissUntilItIsBack(Seeded some) {
    Route route = some.link().route();
    direct.cache().put(route);
    REDIS.kill();
    try {
      for (int i = 0; i < 100; i++) {
        goesOnWithout(direct, some);
      }
      assertThat(direct.health().check().up()).isFalse();
    } finally {
      REDIS.start();
    }
    await().atMost(BACK).until(() -> isServed(direct, some));
    assertThat(direct.cache().get(route.key())).as("it was kept nowhere").isEmpty();
  }

  @Test
  void aStoppedServerCostsAMomentAndThenNothing(Seeded some) {
    Route route = some.link().route();
    direct.cache().put(route);
    REDIS.pause();
    try {
      long begin = System.nanoTime();
      for (int i = 0; i < 10_000; i++) {
        assertThat(direct.cache().get(route.key())).isEmpty();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("10,000 questions").isLessThan(Duration.ofSeconds(2));
      Waiting.forAsLongAs(Duration.ofSeconds(3));
      goesOnWithout(direct, some);
    } finally {
      REDIS.resume();
    }
    await().atMost(BACK).until(() -> isServed(direct, some));
  }

  @Test
  void aDropThatAStoppedServerDidNotHearIsToldWhenItIsBack(Seeded some) {
    List<Route> routes = Stream.generate(() -> some.link().route()).limit(50).toList();
    List<LinkKey> keys = routes.stream().map(Route::key).toList();
    routes.forEach(direct.cache()::put);
    REDIS.pause();
    try {
      direct.cache().drop(keys);
    } finally {
      REDIS.resume();
    }
    List<LinkKey> seen = new ArrayList<>();
    await().atMost(BACK).until(() -> {
      keys.stream().filter(key -> direct.cache().get(key).isPresent()).forEach(seen::add);
      return isServed(direct, some);
    });
    assertThat(seen).as("dropped, and seen again by whoever dropped them").isEmpty();
    await().atMost(BACK).until(() -> keys.stream().noneMatch(key -> cutOff.cache().get(key).isPresent()));
  }

  @Test
  void aDropThatDidNotGetThroughIsToldWhenTheConnectionIsBack(Seeded some) {
    Route route = some.link().route();
    direct.cache().put(route);
    ConcurrentLinkedQueue<LinkKey> heard = hearing(direct, cutOff, some);
    proxy.cut();
    cutOff.cache().drop(List.of(route.key()));
    assertThat(direct.cache().get(route.key())).contains(new Known(route));
    proxy.restore();
    await().atMost(BACK).until(() -> heard.contains(route.key()));
    assertThat(direct.cache().get(route.key())).isEmpty();
    await().atMost(BACK).until(() -> isServed(cutOff, some));
    assertThat(cutOff.cache().get(route.key())).isEmpty();
  }

  @Test
  void anEmptiedServerIsFilledAgain(Seeded some) {
    Route route = some.link().route();
    direct.cache().put(route);
    direct.pool().put(List.of(new PooledCode(some.code(), 1)));
    CodeBlock before = direct.counter().lease(STACK, 1_000);
    REDIS.flushAll();
    assertThat(direct.cache().get(route.key())).isEmpty();
    direct.cache().put(route);
    assertThat(direct.cache().get(route.key())).contains(new Known(route));
    assertThat(direct.pool().take(10)).isEmpty();
    assertThat(direct.counter().lease(STACK, 10).start()).isEqualTo(before.end());
    assertThat(direct.limiter().take("a", 1, RATE).granted()).isEqualTo(1);
    direct.live().add(Map.of(route.key(), 2L));
    await().until(() -> direct.live().counts(List.of(route.key())).equals(Map.of(route.key(), 2L)));
  }

  @Test
  void whatAServerBroughtBackFromAnEarlierStateIsNotBelieved(Seeded some) {
    try (PrivateRedis saving = PrivateRedis.create();
        Instance instance = new Instance(Settings.of(saving.uri(), ""))) {
      await().until(() -> instance.health().check().up());
      Route route = some.link().route();
      RedisConfiguration longer = new RedisConfiguration(saving.uri(), "", null, Duration.ofSeconds(1),
          Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofHours(1));
      LinkKey unknown = some.key();
      try (Instance patient = new Instance(longer)) {
        await().until(() -> patient.health().check().up());
        patient.cache().put(route);
        patient.cache().putUnknown(unknown);
        patient.pool().put(List.of(new PooledCode(some.code(), 1)));
      }
      saving.ask("SAVE");
      instance.cache().drop(List.of(route.key(), unknown));
      assertThat(instance.pool().take(1)).hasSize(1);
      saving.start();
      await().atMost(BACK).until(() -> isServed(instance, some));
      assertThat(saving.ask("EXISTS", "short:" + route.key().code())).as("the server has it again").isEqualTo("1");
      assertThat(saving.ask("SCARD", "code_pool")).isEqualTo("1");
      assertThat(instance.cache().get(route.key())).isEmpty();
      assertThat(instance.cache().get(unknown)).isEmpty();
      assertThat(instance.pool().fill()).isZero();
      assertThat(instance.pool().take(10)).isEmpty();
      instance.cache().put(route);
      assertThat(instance.cache().get(route.key())).contains(new Known(route));
    }
  }

  @Test
  void aConnectionThatIsHalfOpenIsGivenUp(Seeded some) {
    proxy.halfOpen();
    long begin = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      goesOnWithout(cutOff, some);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    await().atMost(Duration.ofSeconds(5)).until(() -> proxy.accepted() > 2);
    proxy.restore();
    await().atMost(Duration.ofSeconds(5)).until(() -> isServed(cutOff, some));
  }

  @Test
  void messagesAreHeardAgainAfterAHalfOpenConnection(Seeded some) {
    ConcurrentLinkedQueue<LinkKey> heard = hearing(cutOff, direct, some);
    long accepted = proxy.accepted();
    proxy.halfOpen();
    await().atMost(Duration.ofSeconds(10)).until(() -> proxy.accepted() >= accepted + 2);
    proxy.restore();
    isHeard(heard, direct, some);
  }

  @Test
  void messagesAreHeardAgainAfterTheServerStartedAnew(Seeded some) {
    ConcurrentLinkedQueue<LinkKey> heard = hearing(direct, cutOff, some);
    REDIS.start();
    isHeard(heard, cutOff, some);
  }

  @Test
  void aConnectionThatBreaksOffInTheMiddleOfAnythingIsAMiss(Seeded some) {
    for (int bytes = 1; bytes < 3_000; bytes += 250) {
      proxy.cutAfter(bytes);
      proxy.cutAfterFromServer(bytes);
      for (int i = 0; i < 20; i++) {
        goesOnWithoutSaying(cutOff, some);
      }
      await().atMost(BACK).until(() -> isServed(cutOff, some));
    }
  }

  @Test
  void nothingIsDoneTwice(Seeded some) {
    direct.counter().lease(STACK, 1);
    int asked = 0;
    for (int answered = 0; answered < 3; asked++) {
      proxy.cutAfterFromServer(asked % 10);
      answered += isLeased(cutOff) ? 1 : 0;
      await().atMost(BACK).until(() -> isServed(cutOff, some));
    }
    long next = Long.parseLong(REDIS.ask("GET", "faults:id_allocator:url:java"));
    assertThat(next).as("what was done, its answer lost, and not done again").isBetween(1 + 4 * 10L, 1 + asked * 10L);
  }

  @Test
  void aServerThatIsTooSlowIsAMissInTime(Seeded some) {
    Route route = some.link().route();
    direct.cache().put(route);
    proxy.latency(Duration.ofMillis(400));
    long begin = System.nanoTime();
    for (int i = 0; i < 2_000; i++) {
      assertThat(cutOff.cache().get(route.key())).isEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    proxy.restore();
    await().atMost(BACK).until(() -> isServed(cutOff, some));
  }

  @Test
  void manyKeysTakeOneRoundTrip(Seeded some) {
    Collection<LinkKey> keys = Stream.generate(some::key).limit(3_000).toList();
    proxy.latency(Duration.ofMillis(30));
    await().until(() -> took(() -> assertThat(cutOff.live().counts(keys)).isEmpty()).compareTo(
        Duration.ofMillis(60)) < 0);
    await().until(() -> {
      cutOff.cache().drop(keys);
      return REDIS.ask("EXISTS", "faults:short:" + keys.iterator().next().code()).equals("1");
    });
    assertThat(took(() -> cutOff.cache().drop(keys))).isLessThan(Duration.ofMillis(30 * 4));
  }

  @Test
  void aServerWhoseMemoryIsFullStillForgets(Seeded some) {
    Route route = some.link().route();
    direct.cache().put(route);
    REDIS.ask("CONFIG", "SET", "maxmemory", "1");
    try {
      Route other = some.link().route();
      direct.cache().put(other);
      assertThat(direct.cache().get(other.key())).isEmpty();
      assertThatThrownBy(() -> direct.limiter().take("a", 1, RATE)).isInstanceOf(RateLimiterUnavailable.class);
      assertThat(direct.cache().get(route.key())).contains(new Known(route));
      direct.cache().drop(List.of(route.key()));
      assertThat(cutOff.cache().get(route.key())).isEmpty();
      assertThat(direct.health().check().up()).isTrue();
    } finally {
      REDIS.ask("CONFIG", "SET", "maxmemory", "0");
    }
    await().atMost(BACK).until(() -> isServed(direct, some));
  }

  private static void goesOnWithout(Instance instance, Seeded some) {
    goesOnWithoutSaying(instance, some);
    assertThatThrownBy(() -> instance.limiter().take("a", 1, RATE)).isInstanceOf(RateLimiterUnavailable.class);
  }

  /** Calls everything that never says that Redis is away. */
  private static void goesOnWithoutSaying(Instance instance, Seeded some) {
    Route route = some.link().route();
    var _ = instance.cache().get(some.key());
    instance.cache().put(route);
    instance.cache().putUnknown(some.key());
    instance.cache().drop(List.of(route.key()));
    instance.live().increment(route.key());
    var _ = instance.live().counts(List.of(route.key()));
  }

  private static boolean isServed(Instance instance, Seeded some) {
    Route route = some.link().route();
    instance.cache().put(route);
    return instance.cache().get(route.key()).isPresent();
  }

  /** Where the listener's messages come to, once it hears the speaker. */
  private static ConcurrentLinkedQueue<LinkKey> hearing(Instance listener, Instance speaker, Seeded some) {
    ConcurrentLinkedQueue<LinkKey> heard = new ConcurrentLinkedQueue<>();
    listener.cache().onDrop(heard::addAll);
    isHeard(heard, speaker, some);
    return heard;
  }

  private static void isHeard(Collection<LinkKey> heard, Instance speaker, Seeded some) {
    await().until(() -> {
      LinkKey sign = some.key();
      speaker.cache().drop(List.of(sign));
      Waiting.forAsLongAs(Duration.ofMillis(50));
      return heard.contains(sign);
    });
  }

  private static boolean isLeased(Instance instance) {
    try {
      var _ = instance.counter().lease(STACK, 10);
      return true;
    } catch (CodeCounterUnavailable e) {
      return false;
    }
  }

  private static Duration took(Runnable call) {
    long begin = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
