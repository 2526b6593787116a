package dev.hexlink.application.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something done again and again on a thread of its own, with a pause after each time. The thread is never interrupted. */
public final class Routine implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Routine.class.getName());

  private final Duration pause;
  private final Runnable task;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  public Routine(String name, Duration pause, Runnable task) {
    this.pause = pause;
    this.task = task;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Lets the current time end, and no other begin. */
  @Override
  public void close() {
    stop.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stop.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        runOnce();
      }
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "ended");
    }
  }

  private void runOnce() {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "{0} failed and is tried again later: {1}", thread.getName(), e);
    }
  }
}
