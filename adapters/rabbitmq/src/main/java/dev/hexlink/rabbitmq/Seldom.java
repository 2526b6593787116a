package dev.hexlink.rabbitmq;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Lets something be said once a minute at most, however often there is reason to. */
final class Seldom {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final AtomicReference<Deadline> silence = new AtomicReference<>(Deadline.in(Duration.ZERO));

  /** Whether it may be said now; whoever asks says it. */
  boolean isTime() {
    Deadline end = silence.get();
    return end.isOver() && silence.compareAndSet(end, Deadline.in(PAUSE));
  }
}
