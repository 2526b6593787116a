package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodePool;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.contracts.servers.TestRedis;
import io.lettuce.core.AbstractRedisClient;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisBeansTest {
  @Test
  void everyAdapterIsOfferedUnderItsName() {
    try (TestRedis redis = TestRedis.create(); ApplicationContext context = context(redis.uri(), redis.prefix())) {
      for (Class<?> port : List.of(LinkCache.class, LiveCounters.class, CodePool.class, CodeCounter.class,
          RateLimiter.class, HealthCheck.class)) {
        assertThat(context.findBean(port, Qualifiers.byName("redis"))).as("%s", port).isPresent();
      }
      HealthCheck health = context.getBean(HealthCheck.class, Qualifiers.byName("redis"));
      await().untilAsserted(() -> assertThat(health.check()).isEqualTo(HealthCheck.Health.UP));
    }
  }

  @Test
  void nothingIsMadeUntilAnAdapterIsAskedFor() {
    try (ApplicationContext context = context(Nowhere.uri(), "")) {
      assertThat(context.getActiveBeanRegistrations(RedisServer.class)).isEmpty();
      assertThat(threads()).doesNotContain("redis-lines");
      assertThat(context.getBeanDefinitions(AbstractRedisClient.class)).as("clients of the framework's own").isEmpty();
      var _ = context.getBean(RateLimiter.class, Qualifiers.byName("redis"));
      assertThat(context.getActiveBeanRegistrations(RedisServer.class)).hasSize(1);
    }
  }

  @Test
  void theEndOfTheContextEndsEveryThread() {
    try (ApplicationContext context = context(Nowhere.uri(), "")) {
      for (Class<?> port : List.of(LinkCache.class, LiveCounters.class)) {
        var _ = context.getBean(port, Qualifiers.byName("redis"));
      }
      assertThat(threads()).contains("redis-lines", "redis-drops", "redis-live-counts");
    }
    assertThat(threads()).doesNotContain("redis-lines", "redis-drops", "redis-live-counts");
    await().untilAsserted(() -> assertThat(threads()).noneMatch(name -> name.startsWith("lettuce-")));
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  private static ApplicationContext context(String uri, String prefix) {
    return ApplicationContext.run(Map.of("hexlink.redis.uri", uri, "hexlink.redis.key-prefix", prefix));
  }
}
