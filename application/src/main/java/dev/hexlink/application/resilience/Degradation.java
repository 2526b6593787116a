package dev.hexlink.application.resilience;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** A way of working that is less than whole: said in one line when it begins and one when it ends, however often it is met meanwhile. */
public final class Degradation {
  private static final Logger LOG = System.getLogger(Degradation.class.getName());

  private final String name;
  private final String beginning;
  private final String end;
  private final AtomicBoolean now = new AtomicBoolean();
  private final LongAdder times = new LongAdder();

  /**
   * @param name by which figures name it: lower case letters and {@code _}
   * @param beginning the line that says it began; the reason is added
   * @param end the line that says it is over
   */
  public Degradation(String name, String beginning, String end) {
    this.name = name;
    this.beginning = beginning;
    this.end = end;
  }

  /** Notes that it was met. */
  public void begin(String why) {
    if (!now.get() && now.compareAndSet(false, true)) {
      times.increment();
      LOG.log(Level.WARNING, "{0}: {1}", beginning, why);
    }
  }

  /** Notes that all is well. */
  public void end() {
    if (now.get() && now.compareAndSet(true, false)) {
      LOG.log(Level.INFO, "{0}.", end);
    }
  }

  public String name() {
    return name;
  }

  /** What it means. */
  public String description() {
    return beginning;
  }

  public boolean isNow() {
    return now.get();
  }

  /** How often it began. */
  public long times() {
    return times.sum();
  }
}
