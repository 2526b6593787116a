package dev.hexlink.application.run;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.spi.PortUnavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done with the store once. It is tried at the start; when the store does not answer, again and again on a thread of its own, so that
 * an instance that was restarted in an outage answers what it can.
 */
public final class Preparation implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Preparation.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Runnable steps;
  private final Degradation unprepared = new Degradation("store_unmet",
      "The store does not answer; what needs it waits, everything else goes on", "The store answers");
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable StartRefused refusal;
  private @Nullable Thread thread;

  /**
   * @param steps safe to be done again when they failed half way
   */
  public Preparation(Runnable steps) {
    this.steps = steps;
  }

  /**
   * Prepares, or goes on trying.
   *
   * @throws StartRefused if the store answered, and contradicts the settings
   */
  public void begin() {
    if (!isDone()) {
      thread = Thread.ofPlatform().daemon().name("preparation").start(this::goOn);
    }
  }

  /** Why the instance should not have started, as the store said later on; null when there is no such reason. */
  public @Nullable StartRefused refusal() {
    return refusal;
  }

  public Degradation unprepared() {
    return unprepared;
  }

  /** Lets the current try end, and no other begin. */
  @Override
  public void close() {
    stop.countDown();
    Thread running = thread;
    boolean interrupted = false;
    while (running != null && running.isAlive()) {
      try {
        running.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void goOn() {
    try {
      while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (isDone()) {
          return;
        }
      }
    } catch (StartRefused e) {
      refusal = e;
      LOG.log(Level.ERROR, "The store answers, and this instance does not fit it: {0}", e.getMessage());
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "ended");
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "The preparation failed.", e);
    }
  }

  private boolean isDone() {
    try {
      steps.run();
      unprepared.end();
      return true;
    } catch (PortUnavailable e) {
      unprepared.begin(String.valueOf(e.getMessage()));
      return false;
    }
  }
}
