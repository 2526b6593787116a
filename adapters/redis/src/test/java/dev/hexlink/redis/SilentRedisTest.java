package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.CodePoolUnavailable;
import dev.hexlink.application.spi.RateLimiter.Rate;
import dev.hexlink.application.spi.RateLimiterUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that takes connections and never answers, as one that is stopped does. */
@ExtendWith(SeededCases.class)
class SilentRedisTest {
  private static final Duration LIMIT = Duration.ofMillis(150);
  /** What a busy machine may add. */
  private static final Duration SLACK = Duration.ofMillis(250);

  private final ServerSocket mute = listening();
  private final Instance instance = new Instance(Settings.of("redis://127.0.0.1:" + mute.getLocalPort(), ""));

  @AfterEach
  void close() throws IOException {
    instance.close();
    mute.close();
  }

  @Test
  void eachCallIsBounded(Seeded some) {
    Route route = some.link().route();
    Stack stack = new Stack("silent", 0);
    takesAtMost(LIMIT.plus(SLACK), () -> {
      assertThat(instance.cache().get(route.key())).isEmpty();
    });
    takesAtMost(LIMIT.plus(SLACK), () -> instance.cache().put(route));
    takesAtMost(LIMIT.plus(SLACK), () -> instance.cache().putUnknown(route.key()));
    takesAtMost(LIMIT.plus(SLACK), () -> instance.cache().drop(List.of(route.key())));
    takesAtMost(LIMIT.plus(SLACK), () -> instance.live().add(Map.of(route.key(), 2L)));
    takesAtMost(LIMIT.plus(SLACK), () -> {
      assertThat(instance.live().counts(List.of(route.key()))).isEmpty();
    });
    takesAtMost(LIMIT.plus(SLACK), () -> assertThatThrownBy(() -> instance.limiter().take("a", 1, rate()))
        .isInstanceOf(RateLimiterUnavailable.class));
    takesAtMost(LIMIT.plus(SLACK), () -> assertThatThrownBy(() -> instance.counter().lease(stack, 1))
        .isInstanceOf(CodeCounterUnavailable.class));
    takesAtMost(LIMIT.plus(SLACK), () -> assertThatThrownBy(() -> instance.counter().raise(stack, 1))
        .isInstanceOf(CodeCounterUnavailable.class));
    takesAtMost(LIMIT.plus(SLACK),
        () -> assertThatThrownBy(() -> instance.pool().take(1)).isInstanceOf(CodePoolUnavailable.class));
    takesAtMost(LIMIT.plus(SLACK), () -> {
      assertThat(instance.health().check().up()).isFalse();
    });
  }

  @Test
  void soonNobodyWaitsAtAll(Seeded some) {
    Route route = some.link().route();
    await().atMost(Duration.ofSeconds(2)).until(() -> took(() -> instance.cache().get(route.key())) < 5_000_000);
    takesAtMost(LIMIT.plus(SLACK), () -> {
      for (int i = 0; i < 1_000; i++) {
        assertThat(instance.cache().get(route.key())).isEmpty();
      }
    });
  }

  private static void takesAtMost(Duration most, Runnable call) {
    assertThat(Duration.ofNanos(took(call))).isLessThan(most);
  }

  private static long took(Runnable call) {
    long begin = System.nanoTime();
    call.run();
    return System.nanoTime() - begin;
  }

  private static Rate rate() {
    return new Rate(10, Duration.ofSeconds(1));
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
