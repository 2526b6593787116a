package dev.hexlink.soak;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Begins an errand at a constant rate, whatever became of those before, each in a thread of its own. */
final class OpenLoop {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);
  private static final int MOST_UNDER_WAY = 4_000;
  private static final int END_SECONDS = 30;

  /** What is begun over and over. */
  @FunctionalInterface
  interface Act {
    /**
     * @param mine drawn from for this one alone
     */
    void run(Random mine) throws InterruptedException;
  }

  private final double perSecond;
  private final Random random;
  private final Act act;
  private final AtomicInteger underWay = new AtomicInteger();
  private final LongAdder withheld = new LongAdder();
  private volatile boolean over;
  private @Nullable Thread clock;

  OpenLoop(double perSecond, Random random, Act act) {
    this.perSecond = perSecond;
    this.random = random;
    this.act = act;
  }

  void begin() {
    clock = Thread.ofPlatform().daemon().name("load").start(this::run);
  }

  /** Begins no more, and waits until those under way have come to an end. */
  void end() throws InterruptedException {
    over = true;
    if (clock != null) {
      clock.join();
    }
    for (int waited = 0; underWay.get() > 0 && waited < END_SECONDS * 10; waited++) {
      Thread.sleep(100);
    }
  }

  /** How many were not begun because too many were under way. */
  long withheld() {
    return withheld.sum();
  }

  private void run() {
    long began = System.nanoTime();
    for (long begun = 0; !over; LockSupport.parkNanos(TICK)) {
      long due = (long) ((System.nanoTime() - began) / 1e9 * perSecond);
      for (; begun < due; begun++) {
        begin(random.nextLong());
      }
    }
  }

  private void begin(long seed) {
    if (underWay.get() >= MOST_UNDER_WAY) {
      withheld.increment();
      return;
    }
    underWay.incrementAndGet();
    Thread.ofVirtual().start(() -> {
      try {
        act.run(new Random(seed));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        underWay.decrementAndGet();
      }
    });
  }
}
