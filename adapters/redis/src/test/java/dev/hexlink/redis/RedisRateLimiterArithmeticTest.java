package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.RateLimiter.Grant;
import dev.hexlink.application.spi.RateLimiter.Rate;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(SeededCases.class)
class RedisRateLimiterArithmeticTest {
  @RegisterExtension
  static final TwoInstances INSTANCES = new TwoInstances();

  private static final Rate TEN_A_DAY = new Rate(10, Duration.ofDays(1));
  private static final Duration EACH = Duration.ofDays(1).dividedBy(10);
  private static final Duration LATE = Duration.ofMinutes(1);

  private final RedisRateLimiter limiter = INSTANCES.next().limiter();

  @Test
  void aFullBucketGrantsAllItHolds(Seeded some) {
    String bucket = some.word();
    assertThat(limiter.take(bucket, 4, TEN_A_DAY)).isEqualTo(new Grant(4, 6, Duration.ZERO, EACH.multipliedBy(4)));
    isAbout(limiter.take(bucket, 9, TEN_A_DAY), new Grant(6, 0, EACH, Duration.ofDays(1)));
    isAbout(limiter.take(bucket, 1, TEN_A_DAY), new Grant(0, 0, EACH, Duration.ofDays(1)));
  }

  @Test
  void anUnevenRateIsNeverExceeded(Seeded some) {
    Rate rate = new Rate(7, Duration.ofDays(7).plusNanos(1));
    Grant grant = limiter.take(some.word(), 7, rate);
    assertThat(grant.granted()).isEqualTo(7);
    assertThat(grant.resetAfter()).isGreaterThanOrEqualTo(rate.per()).isLessThan(rate.per().plusMillis(1));
  }

  @Test
  void whoWantsNothingIsTold(Seeded some) {
    String bucket = some.word();
    assertThat(limiter.take(bucket, 0, TEN_A_DAY)).isEqualTo(new Grant(0, 10, Duration.ZERO, Duration.ZERO));
    limiter.take(bucket, 10, TEN_A_DAY);
    assertThat(limiter.take(bucket, 0, TEN_A_DAY).remaining()).isZero();
    assertThatThrownBy(() -> limiter.take(bucket, -1, TEN_A_DAY)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBucketThatIsFullIsForgotten(Seeded some) {
    String bucket = some.word();
    limiter.take(bucket, 1, TEN_A_DAY);
    long life = INSTANCES.one().server()
        .read("a test", session -> session.commands().pttl(INSTANCES.names().bucket(bucket)));
    assertThat(Duration.ofMillis(life)).isBetween(EACH.minus(LATE), EACH);
  }

  @Test
  void aTighterRateForTheSameBucketHoldsAtOnce(Seeded some) {
    String bucket = some.word();
    limiter.take(bucket, 1_000, new Rate(1_000, Duration.ofDays(1_000)));
    Grant grant = limiter.take(bucket, 1, TEN_A_DAY);
    assertThat(grant.granted()).isZero();
    assertThat(grant.resetAfter()).isLessThanOrEqualTo(Duration.ofDays(1));
  }

  /** A little time has passed since. */
  private static void isAbout(Grant grant, Grant expected) {
    assertThat(grant.granted()).isEqualTo(expected.granted());
    assertThat(grant.remaining()).isEqualTo(expected.remaining());
    assertThat(grant.retryAfter()).isBetween(expected.retryAfter().minus(LATE), expected.retryAfter());
    assertThat(grant.resetAfter()).isBetween(expected.resetAfter().minus(LATE), expected.resetAfter());
  }
}
