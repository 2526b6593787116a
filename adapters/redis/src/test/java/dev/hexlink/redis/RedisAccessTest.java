package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.CachedRoute.Known;
import dev.hexlink.application.spi.CodePool.PooledCode;
import dev.hexlink.application.spi.HealthCheck.Health;
import dev.hexlink.application.spi.RateLimiter.Rate;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.PrivateRedis;
import dev.hexlink.contracts.servers.TlsFiles;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** TLS, and a user with the rights that docs/redis.md lists. */
@ExtendWith(SeededCases.class)
class RedisAccessTest {
  private static final String RIGHTS = "~mine:* &mine:* -@all +hello +ping +info +select +subscribe +get"
      + " +mget +set +del +incrby +hget +hset +hincrby +sadd +spop +scard +publish +time +eval +evalsha";
  private static final PrivateRedis REDIS = PrivateRedis.createWithTls("user hexlink on >s:cret " + RIGHTS,
      "user nobody on >s:cret ~* &* -@all +hello +ping");

  @AfterAll
  static void end() {
    REDIS.close();
  }

  @Test
  void theListedRightsAreEnough(Seeded some) {
    RedisConfiguration configuration = configuration(uri("hexlink", "s%3Acret"), REDIS.tls().certificate());
    try (Instance instance = new Instance(configuration); Instance other = new Instance(configuration)) {
      await().untilAsserted(() -> assertThat(instance.health().check()).isEqualTo(Health.UP));
      await().untilAsserted(() -> assertThat(other.health().check()).isEqualTo(Health.UP));
      Route route = some.link().route();
      instance.cache().put(route);
      assertThat(instance.cache().get(route.key())).contains(new Known(route));
      instance.cache().putUnknown(some.key());
      ConcurrentLinkedQueue<LinkKey> heard = new ConcurrentLinkedQueue<>();
      other.cache().onDrop(heard::addAll);
      await().until(() -> {
        instance.cache().drop(List.of(some.key()));
        return !heard.isEmpty();
      });
      instance.live().increment(route.key());
      await().until(() -> instance.live().counts(List.of(route.key())).equals(Map.of(route.key(), 1L)));
      PooledCode code = new PooledCode(some.code(), 1);
      instance.pool().put(List.of(code));
      assertThat(instance.pool().fill()).isEqualTo(1);
      assertThat(instance.pool().take(1)).containsExactly(code);
      Stack stack = new Stack("java", 3);
      instance.counter().raise(stack, 99);
      assertThat(instance.counter().lease(stack, 10).start()).isEqualTo(100);
      assertThat(instance.limiter().take("a", 1, new Rate(1, Duration.ofDays(1))).granted()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatNobodyTrustedVouchesForIsNotSpokenTo(@TempDir Path folder) {
    TlsFiles others = TlsFiles.in(folder);
    for (@Nullable
    Path ca : new @Nullable Path[]{others.certificate(), null}) {
      isRefused(configuration(uri("hexlink", "s%3Acret"), ca), "TLS is not agreed on: ");
    }
  }

  @Test
  void whoIsNotKnownIsToldSo() {
    isRefused(configuration(uri("hexlink", "hush"), REDIS.tls().certificate()), "WRONGPASS");
  }

  @Test
  void whoMayNotAskWhichLifeThisIsIsToldSo() {
    isRefused(configuration(uri("nobody", "s%3Acret"), REDIS.tls().certificate()), "'info'");
  }

  @Test
  void plainTextIsNotMistakenForTls() {
    isRefused(configuration("rediss://" + REDIS.address(), REDIS.tls().certificate()), "");
  }

  private static void isRefused(RedisConfiguration configuration, String why) {
    try (Instance instance = new Instance(configuration)) {
      await().untilAsserted(() -> assertThat(instance.health().check())
          .matches(health -> !health.up(), "down")
          .extracting(Health::detail).asString().contains(why).doesNotContain("not yet connected", "hush", "cret")
          .startsWith("Redis at 127.0.0.1:").hasLineCount(1));
      assertThat(instance.cache().get(LinkKey.of(new ShortCode("abc")))).isEmpty();
    }
  }

  private static String uri(String user, String password) {
    return REDIS.tlsUri().replace("://", "://" + user + ":" + password + "@");
  }

  private static RedisConfiguration configuration(String uri, @Nullable Path ca) {
    Duration patience = Duration.ofSeconds(2);
    return new RedisConfiguration(uri, "mine:", ca, patience, patience, Settings.TTL, Settings.UNKNOWN_TTL);
  }
}
