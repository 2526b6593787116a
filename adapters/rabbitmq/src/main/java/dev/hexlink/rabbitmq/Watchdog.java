package dev.hexlink.rabbitmq;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Frees calls that hang: does something about those that have not returned when their time is over. */
final class Watchdog implements AutoCloseable {
  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1,
      Thread.ofPlatform().daemon().name("hexlink-rabbitmq-watchdog").factory(),
      new ThreadPoolExecutor.DiscardPolicy());

  Watchdog() {
    clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Watches a call until the watch is closed. What is done about it gets a thread of its own, as it may hang too. */
  Watch over(Deadline deadline, Runnable rescue) {
    AtomicBoolean returned = new AtomicBoolean();
    var _ = clock.schedule(() -> {
      if (!returned.get()) {
        Thread.ofPlatform().daemon().name("hexlink-rabbitmq-rescue").start(rescue);
      }
    }, deadline.left(), TimeUnit.NANOSECONDS);
    return () -> returned.set(true);
  }

  /** Watches nothing from now on. */
  @Override
  public void close() {
    clock.shutdown();
  }

  /** A call that is watched until this is closed. */
  @FunctionalInterface
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
