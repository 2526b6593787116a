package dev.hexlink.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheConfigurationTest {
  @Test
  void defaults() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getBean(CacheConfiguration.class))
          .isEqualTo(new CacheConfiguration(Duration.ofMinutes(10), Duration.ofSeconds(10), 64L << 20));
    }
  }

  @Test
  void everySetting() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("hexlink.cache.ttl", "1m",
        "hexlink.cache.unknown-ttl", "3s", "hexlink.cache.most-bytes", "5MB"))) {
      assertThat(context.getBean(CacheConfiguration.class))
          .isEqualTo(new CacheConfiguration(Duration.ofMinutes(1), Duration.ofSeconds(3), 5L << 20));
    }
  }

  @Test
  void nothingWithoutExtent() {
    assertThatThrownBy(() -> new CacheConfiguration(Duration.ZERO, Duration.ofSeconds(1), 1))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hexlink.cache");
  }
}
