package dev.hexlink.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.RateLimiter.Grant;
import dev.hexlink.application.spi.RateLimiter.Rate;
import dev.hexlink.contracts.Race;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryRateLimiterArithmeticTest {
  private static final Rate TEN_A_SECOND = new Rate(10, Duration.ofSeconds(1));

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final MemoryRateLimiter limiter = new MemoryRateLimiter(nanos::get);

  @Test
  void aFullBucketGrantsAllItHolds() {
    assertThat(limiter.take("a", 4, TEN_A_SECOND))
        .isEqualTo(new Grant(4, 6, Duration.ZERO, Duration.ofMillis(400)));
    assertThat(limiter.take("a", 9, TEN_A_SECOND))
        .isEqualTo(new Grant(6, 0, Duration.ofMillis(100), Duration.ofSeconds(1)));
    assertThat(limiter.take("a", 1, TEN_A_SECOND))
        .isEqualTo(new Grant(0, 0, Duration.ofMillis(100), Duration.ofSeconds(1)));
    assertThat(limiter.take("b", 1, TEN_A_SECOND).granted()).isEqualTo(1);
  }

  @Test
  void itFillsEvenly() {
    limiter.take("a", 10, TEN_A_SECOND);
    pass(Duration.ofMillis(99));
    assertThat(limiter.take("a", 1, TEN_A_SECOND))
        .isEqualTo(new Grant(0, 0, Duration.ofMillis(1), Duration.ofMillis(901)));
    pass(Duration.ofMillis(1));
    assertThat(limiter.take("a", 2, TEN_A_SECOND).granted()).isEqualTo(1);
    pass(Duration.ofHours(1));
    assertThat(limiter.take("a", 11, TEN_A_SECOND).granted()).isEqualTo(10);
  }

  @Test
  void whoWantsNothingIsTold() {
    limiter.take("a", 10, TEN_A_SECOND);
    assertThat(limiter.take("a", 0, TEN_A_SECOND).granted()).isZero();
    assertThatThrownBy(() -> limiter.take("a", -1, TEN_A_SECOND)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRateThatDoesNotDivideEvenlyIsNeverExceeded() {
    Rate rate = new Rate(7, Duration.ofSeconds(1));
    int granted = 0;
    for (int ms = 0; ms < 10_000; ms++) {
      granted += limiter.take("a", 1, rate).granted();
      pass(Duration.ofMillis(1));
    }
    assertThat(granted).isBetween(75, 77);
  }

  @Test
  void racingTakersGetExactlyWhatThereIs() {
    Rate rate = new Rate(1_000, Duration.ofDays(1));
    int sum = Race.of(Race.RUNNERS, _ -> {
      int own = 0;
      for (int n = 0; n < 100; n++) {
        own += limiter.take("a", 3, rate).granted();
      }
      return own;
    }).stream().mapToInt(Integer::intValue).sum();
    assertThat(sum).isEqualTo(1_000);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
