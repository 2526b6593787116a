package dev.hexlink.domain.code;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Where a test's random numbers begin. Printed, and settable by {@code -Dhexlink.seed}, so that a failure can be had again. */
final class Seed {
  private Seed() {}

  /** Another beginning at every run, for what holds for every number. */
  static RandomGenerator fresh() {
    return printed(Long.getLong("hexlink.seed", System.nanoTime()));
  }

  /** The same beginning at every run, for what holds with high probability. */
  static RandomGenerator steady() {
    return printed(Long.getLong("hexlink.seed", 20_260_101L));
  }

  private static RandomGenerator printed(long seed) {
    System.out.println("seed: -Dhexlink.seed=" + seed);
    return new SplittableRandom(seed);
  }
}
