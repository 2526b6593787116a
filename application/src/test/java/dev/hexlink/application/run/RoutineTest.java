package dev.hexlink.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.fakes.Gate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoutineTest {
  private static final Duration PAUSE = Duration.ofMillis(1);
  private final AtomicInteger times = new AtomicInteger();

  @Test
  void goesOnAfterFailures() {
    try (Routine routine = new Routine("failing", PAUSE, () -> {
      switch (times.incrementAndGet()) {
        case 1 -> throw new IllegalStateException("a bug");
        case 2 -> throw new StackOverflowError("worse");
        default -> {
        }
      }
    })) {
      routine.start();
      await().untilAsserted(() -> assertThat(times).hasValueGreaterThan(5));
    }
  }

  @Test
  void doesNothingAfterItWasClosed() {
    Routine routine = new Routine("counting", PAUSE, times::incrementAndGet);
    routine.start();
    await().untilAsserted(() -> assertThat(times).hasPositiveValue());
    routine.close();
    int before = times.get();

    await().during(Duration.ofMillis(30)).untilAsserted(() -> assertThat(times).hasValue(before));
  }

  @Test
  void letsTheCurrentTimeEndWithoutAnInterruptThoughTheCloserIsInterrupted() {
    Gate gate = new Gate();
    gate.shut();
    AtomicBoolean ended = new AtomicBoolean();
    Routine routine = new Routine("held", PAUSE, () -> {
      gate.pass();
      ended.set(true);
    });
    routine.start();
    gate.awaitHeld(1);
    AtomicBoolean closedAfterEnd = new AtomicBoolean();
    Thread closer = Thread.ofPlatform().start(() -> {
      Thread.currentThread().interrupt();
      routine.close();
      closedAfterEnd.set(ended.get() && Thread.currentThread().isInterrupted());
    });
    await().until(() -> closer.getState() == Thread.State.WAITING || !closer.isAlive());
    gate.open();

    await().until(() -> !closer.isAlive());
    assertThat(closedAfterEnd).isTrue();
  }

  @Test
  void canBeClosedBeforeItWasStarted() {
    new Routine("never", PAUSE, times::incrementAndGet).close();

    assertThat(times).hasValue(0);
  }
}
