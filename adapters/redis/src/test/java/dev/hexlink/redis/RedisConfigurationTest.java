package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisConfigurationTest {
  @Test
  void defaults() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getBean(RedisConfiguration.class))
          .isEqualTo(new RedisConfiguration("redis://localhost:6379", "", null, Duration.ofMillis(50),
              Duration.ofMillis(100), Duration.ofHours(1), Duration.ofSeconds(10)));
    }
  }

  @Test
  void everySetting(@TempDir Path folder) throws IOException {
    Path ca = Files.createFile(folder.resolve("ca.pem"));
    try (ApplicationContext context = ApplicationContext.run(Map.of(
        "hexlink.redis.uri", "rediss://me:secret@redis.example:6380/2", "hexlink.redis.key-prefix", "mine:",
        "hexlink.redis.ca", ca.toString(), "hexlink.redis.read-timeout", "20ms", "hexlink.redis.write-timeout",
        "70ms", "hexlink.redis.ttl", "5m", "hexlink.redis.unknown-ttl", "3s"))) {
      assertThat(context.getBean(RedisConfiguration.class))
          .isEqualTo(new RedisConfiguration("rediss://me:secret@redis.example:6380/2", "mine:", ca,
              Duration.ofMillis(20), Duration.ofMillis(70), Duration.ofMinutes(5), Duration.ofSeconds(3)));
    }
  }

  @Test
  void theUriSaysWhereAndWho() {
    var server = Settings.of("rediss://me:s%3Acret@redis.example:6380/2", "").server();
    assertThat(server.getHost()).isEqualTo("redis.example");
    assertThat(server.getPort()).isEqualTo(6380);
    assertThat(server.getDatabase()).isEqualTo(2);
    assertThat(server.isSsl()).isTrue();
    assertThat(server.isVerifyPeer()).isTrue();
    assertThat(Settings.of("redis://redis.example", "").server().getPort()).isEqualTo(6379);
    assertThat(Settings.of("redis://[::1]:6380", "").server().getHost()).isEqualTo("[::1]");
  }

  @Test
  void theSecretIsNotShown() {
    assertThat(Settings.of("redis://me:hush@redis.example", "")).hasToString("hexlink.redis");
    assertThatThrownBy(() -> Settings.of("redis://me:hush@redis.example:port", ""))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hexlink.redis.uri")
        .message().doesNotContain("hush");
  }

  @Test
  void whatCannotBeIsRefused() {
    for (String uri : List.of("", "localhost", "http://localhost", "redis-sentinel://localhost#mine", "redis://",
        "redis-socket:///tmp/redis")) {
      assertThatThrownBy(() -> Settings.of(uri, "")).as(uri).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new RedisConfiguration("redis://localhost", "", Path.of("no-such-file"),
        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofHours(1), Duration.ofSeconds(10)))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no-such-file");
    Duration zero = Duration.ZERO;
    Duration fine = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new RedisConfiguration("redis://localhost", "", null, zero, fine, fine, fine))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("read-timeout");
    assertThatThrownBy(() -> new RedisConfiguration("redis://localhost", "", null, fine, zero, fine, fine))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RedisConfiguration("redis://localhost", "", null, fine, fine, zero, fine))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ttl");
    assertThatThrownBy(() -> new RedisConfiguration("redis://localhost", "", null, fine, fine, fine, zero))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
