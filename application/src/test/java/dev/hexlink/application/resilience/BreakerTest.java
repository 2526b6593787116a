package dev.hexlink.application.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Race;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private final MutableClock clock = new MutableClock();
  private final Degradation open = new Degradation("store_silent", "Silent", "Answers");
  private final Breaker breaker = new Breaker(3, PAUSE, clock, open);

  @Test
  void opensAfterSoManyFailuresInARow() {
    breaker.failed("down");
    breaker.failed("down");
    breaker.succeeded();
    breaker.failed("down");
    breaker.failed("down");
    assertThat(breaker.admits()).isTrue();

    breaker.failed("down");
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
    breaker.failed("down");
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

  @Test
  void saysOnceThatItOpenedAndThatItClosed() {
    open();
    breaker.failed("down");
    clock.advance(PAUSE);
    assertThat(breaker.admits()).isTrue();
    breaker.failed("down");
    assertThat(open.isNow()).isTrue();
    assertThat(open.times()).isEqualTo(1);

    breaker.succeeded();
    assertThat(open.isNow()).isFalse();
    open();
    assertThat(open.times()).isEqualTo(2);
  }

  private void open() {
    breaker.failed("down");
    breaker.failed("down");
    breaker.failed("down");
  }
}
