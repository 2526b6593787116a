package dev.hexlink.application.fakes;

import java.util.Random;

/** Where a test's random numbers begin. Printed, and settable by {@code -Dhexlink.seed}, so that a failure can be had again. */
public final class Seeds {
  private Seeds() {}

  /** Another beginning at every run; may be shared by threads. */
  public static Random fresh() {
    long seed = Long.getLong("hexlink.seed", System.nanoTime());
    System.out.println("seed: -Dhexlink.seed=" + seed);
    return new Random(seed);
  }
}
