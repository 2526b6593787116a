package dev.hexlink.contracts;

import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.application.spi.RateLimiterUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class RateLimiterContractTest {
  @Nested
  class Heap implements RateLimiterContract {
    private static final HeapRateLimiter LIMITER = new HeapRateLimiter();

    @Override
    public RateLimiter rateLimiter() {
      return LIMITER;
    }

    @Override
    public Optional<RateLimiter> unreachableRateLimiter() {
      return Optional
          .of(Unreachable.port(RateLimiter.class, () -> new RateLimiterUnavailable("down", new IOException("down"))));
    }

    @Override
    public void advance(Duration time) {
      LIMITER.advance(time);
    }
  }

  @Test
  void checkThenActIsRejected() {
    rejected(new HeapRateLimiter() {
      @Override
      public Grant take(String bucket, int wanted, Rate rate) {
        int granted = Math.min(wanted, units(lacking(bucket), rate));
        Gap.pass();
        super.take(bucket, granted, rate);
        return grant(granted, lacking(bucket), rate);
      }
    }, "racingTakersGetExactlyTheBurst", "racingTakersGetOneOfOne");
  }

  @Test
  void allOrNothingIsRejected() {
    rejected(new HeapRateLimiter() {
      @Override
      public Grant take(String bucket, int wanted, Rate rate) {
        return super.take(bucket, units(lacking(bucket), rate) < wanted ? 0 : wanted, rate);
      }
    }, "unitsAreTakenUntilNoneIsLeft", "moreThanTheBucketHoldsIsNeverGranted");
  }

  @Test
  void oneBucketForAllIsRejected() {
    rejected(new HeapRateLimiter() {
      @Override
      public Grant take(String bucket, int wanted, Rate rate) {
        return super.take(bucket.substring(0, 1), wanted, rate);
      }
    }, "bucketsAreSeparate");
  }

  @Test
  void aRetryTooEarlyIsRejected() {
    rejected(new HeapRateLimiter() {
      @Override
      Grant grant(int granted, Duration lacking, Rate rate) {
        Grant grant = super.grant(granted, lacking, rate);
        return new Grant(granted, grant.remaining(), grant.retryAfter().dividedBy(4), grant.resetAfter());
      }
    }, "retryAfterIsHonest");
  }

  @Test
  void aRetryWhenTheBucketIsFullIsRejected() {
    rejected(new HeapRateLimiter() {
      @Override
      Grant grant(int granted, Duration lacking, Rate rate) {
        return new Grant(granted, units(lacking, rate), lacking, lacking);
      }
    }, "retryAfterIsHonest", "unitsAreTakenUntilNoneIsLeft");
  }

  @Test
  void aBucketThatFillsAtOnceIsRejected() {
    rejected(new HeapRateLimiter() {
      @Override
      void advance(Duration time) {
        fullAt.clear();
      }
    }, "retryAfterIsHonest");
  }

  @Test
  void aBucketThatFillsAboveItsBrimIsRejected() {
    rejected(new HeapRateLimiter() {
      @Override
      Duration lacking(String bucket) {
        Duration lacking = super.lacking(bucket);
        return fullAt.containsKey(bucket) && lacking.isZero() ? Duration.ofSeconds(-1) : lacking;
      }
    }, "aBucketFillsEvenlyAndNeverAboveItsBrim");
  }

  @Test
  void refusalsThatLengthenTheWaitAreRejected() {
    rejected(new HeapRateLimiter() {
      @Override
      public Grant take(String bucket, int wanted, Rate rate) {
        Grant grant = super.take(bucket, wanted, rate);
        if (grant.granted() == 0) {
          fullAt.computeIfPresent(bucket, (_, full) -> full.plus(perUnit(rate)));
        }
        return grant;
      }
    }, "aRefusalTakesNothing");
  }

  @Test
  void aBucketThatNeverFillsIsRejected() {
    rejected(new HeapRateLimiter() {
      @Override
      void advance(Duration time) {}
    }, "retryAfterIsHonest", "aBucketIsFullAgainAfterItsReset", "aBucketFillsEvenlyAndNeverAboveItsBrim");
  }

  @Test
  void refusingOnAnOutageIsRejected() {
    Subject.reset(new HeapRateLimiter(), (_, _, rate) -> new RateLimiter.Grant(0, 0, rate.per(), rate.per()));
    Trial.rejects(Subject.class, "anOutageIsSaidAndNeverReadAsARefusal");
  }

  private static void rejected(HeapRateLimiter broken, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, cases);
  }

  static class Subject implements RateLimiterContract {
    private static HeapRateLimiter limiter = new HeapRateLimiter();
    private static @Nullable RateLimiter unreachable;

    static void reset(HeapRateLimiter broken, @Nullable RateLimiter outage) {
      limiter = broken;
      unreachable = outage;
    }

    @Override
    public RateLimiter rateLimiter() {
      return limiter;
    }

    @Override
    public Optional<RateLimiter> unreachableRateLimiter() {
      return Optional.ofNullable(unreachable);
    }

    @Override
    public void advance(Duration time) {
      limiter.advance(time);
    }
  }
}
