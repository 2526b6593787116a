package dev.hexlink.application.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Race;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private final MutableClock clock = new MutableClock();
  private final Breaker breaker = new Breaker(3, PAUSE, clock);

  @Test
  void opensAfterSoManyFailuresInARow() {
    breaker.failed();
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    breaker.failed();
    assertThat(breaker.admits()).isTrue();

    breaker.failed();
    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.admits()).isFalse();
  }

  @Test
  void letsOneThroughAfterThePause() {
    open();
    clock.advance(PAUSE);

    assertThat(Race.of(16, _ -> breaker.admits())).containsOnlyOnce(true);
  }

  @Test
  void opensAgainWhenTheOneFails() {
    open();
    clock.advance(PAUSE);
    assertThat(breaker.admits()).isTrue();
    breaker.failed();
    clock.advance(PAUSE.minusMillis(1));

    assertThat(breaker.admits()).isFalse();
  }

  @Test
  void closesWhenTheOneSucceeds() {
    open();
    clock.advance(PAUSE);
    assertThat(breaker.admits()).isTrue();
    breaker.succeeded();

    assertThat(breaker.isOpen()).isFalse();
    assertThat(Race.of(16, _ -> breaker.admits())).containsOnly(true);
  }

  @Test
  void letsAnotherThroughWhenTheOneNeverCameBack() {
    open();
    clock.advance(PAUSE);
    assertThat(breaker.admits()).isTrue();
    clock.advance(PAUSE);

    assertThat(breaker.admits()).isTrue();
  }

  private void open() {
    breaker.failed();
    breaker.failed();
    breaker.failed();
  }
}
