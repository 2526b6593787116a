package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.application.spi.RateLimiter.Grant;
import dev.hexlink.application.spi.RateLimiter.Rate;
import dev.hexlink.application.spi.RateLimiterUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link RateLimiter} keeps to. */
@ExtendWith(SeededCases.class)
public interface RateLimiterContract {
  /** So slow that nothing comes back while a case runs. */
  Rate SLOW = new Rate(50, Duration.ofDays(10));

  /** The adapter. Asked anew by every racing thread: several instances on one memory may take turns. */
  RateLimiter rateLimiter();

  /** The adapter with a server that cannot be reached; empty when that cannot be. */
  Optional<RateLimiter> unreachableRateLimiter();

  /** Lets so much time pass for the limiter: moves its clock, or waits. */
  void advance(Duration time);

  @Test
  default void aBucketBeginsFull(Seeded some) {
    Grant grant = rateLimiter().take(some.word(), 50, SLOW);
    assertThat(grant.granted()).isEqualTo(50);
    assertThat(grant.remaining()).isZero();
  }

  @Test
  default void unitsAreTakenUntilNoneIsLeft(Seeded some) {
    String bucket = some.word();
    Grant first = rateLimiter().take(bucket, 30, SLOW);
    assertThat(first.granted()).isEqualTo(30);
    assertThat(first.remaining()).isEqualTo(20);
    assertThat(first.retryAfter()).as("one more is there now").isZero();
    Grant partial = rateLimiter().take(bucket, 30, SLOW);
    assertThat(partial.granted()).as("what is left").isEqualTo(20);
    assertThat(partial.remaining()).isZero();
    assertThat(partial.retryAfter()).isPositive();
    Grant none = rateLimiter().take(bucket, 1, SLOW);
    assertThat(none.granted()).isZero();
    assertThat(none.retryAfter()).isPositive().isLessThanOrEqualTo(SLOW.per().dividedBy(SLOW.units()));
    assertThat(none.resetAfter()).isGreaterThanOrEqualTo(none.retryAfter()).isLessThanOrEqualTo(SLOW.per());
  }

  @Test
  default void moreThanTheBucketHoldsIsNeverGranted(Seeded some) {
    assertThat(rateLimiter().take(some.word(), 1_000, SLOW).granted()).isEqualTo(50);
  }

  @Test
  default void aRefusalTakesNothing(Seeded some) {
    String bucket = some.word();
    Rate rate = new Rate(1, Duration.ofSeconds(1));
    rateLimiter().take(bucket, 1, rate);
    Duration wait = rateLimiter().take(bucket, 1, rate).retryAfter();
    rateLimiter().take(bucket, 1, rate);
    advance(wait);
    assertThat(rateLimiter().take(bucket, 1, rate).granted()).isEqualTo(1);
  }

  @Test
  default void bucketsAreSeparate(Seeded some) {
    String bucket = some.word();
    rateLimiter().take(bucket, 50, SLOW);
    assertThat(rateLimiter().take(bucket + "0", 1, SLOW).granted()).isEqualTo(1);
    assertThat(rateLimiter().take("address:2001:db8::/48 " + bucket, 1, SLOW).granted()).isEqualTo(1);
    assertThat(rateLimiter().take(bucket, 1, SLOW).granted()).isZero();
  }

  @Test
  default void retryAfterIsHonest(Seeded some) {
    String bucket = some.word();
    Rate rate = new Rate(2, Duration.ofSeconds(2));
    rateLimiter().take(bucket, 2, rate);
    Duration wait = rateLimiter().take(bucket, 1, rate).retryAfter();
    assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
    advance(wait.dividedBy(2));
    Grant tooEarly = rateLimiter().take(bucket, 1, rate);
    assertThat(tooEarly.granted()).as("granted at half the time").isZero();
    advance(tooEarly.retryAfter());
    assertThat(rateLimiter().take(bucket, 1, rate).granted()).as("granted when the time was over").isEqualTo(1);
  }

  @Test
  default void aBucketIsFullAgainAfterItsReset(Seeded some) {
    String bucket = some.word();
    Rate rate = new Rate(10, Duration.ofMillis(500));
    Grant grant = rateLimiter().take(bucket, 10, rate);
    assertThat(grant.resetAfter()).isPositive().isLessThanOrEqualTo(rate.per());
    advance(grant.resetAfter());
    assertThat(rateLimiter().take(bucket, 10, rate).granted()).isEqualTo(10);
  }

  @Test
  default void aBucketFillsEvenlyAndNeverAboveItsBrim(Seeded some) {
    String bucket = some.word();
    Rate rate = new Rate(10, Duration.ofSeconds(1));
    rateLimiter().take(bucket, 10, rate);
    advance(Duration.ofMillis(501));
    assertThat(rateLimiter().take(bucket, 10, rate).granted()).isGreaterThanOrEqualTo(5);
    advance(Duration.ofMillis(2_500));
    Grant brim = rateLimiter().take(bucket, 100, rate);
    assertThat(brim.granted()).isEqualTo(10);
  }

  @Test
  default void racingTakersGetExactlyTheBurst(Seeded some) {
    for (int round = 0; round < 5; round++) {
      String bucket = some.word();
      List<Grant> grants = Race.of(Race.RUNNERS, _ -> rateLimiter().take(bucket, 3, SLOW));
      assertThat(grants.stream().mapToInt(Grant::granted).sum()).isEqualTo(50);
      assertThat(grants).allMatch(grant -> grant.remaining() >= 0);
    }
  }

  @Test
  default void racingTakersGetOneOfOne(Seeded some) {
    for (int round = 0; round < 5; round++) {
      String bucket = some.word();
      List<Grant> grants = Race.of(Race.RUNNERS, _ -> rateLimiter().take(bucket, 1, new Rate(1, Duration.ofDays(1))));
      assertThat(grants.stream().mapToInt(Grant::granted).sum()).isEqualTo(1);
    }
  }

  @Test
  default void anOutageIsSaidAndNeverReadAsARefusal(Seeded some) {
    RateLimiter limiter = Outage.of(unreachableRateLimiter());
    Outage.isSaid(RateLimiterUnavailable.class, () -> limiter.take(some.word(), 1, SLOW));
  }
}
