package dev.hexlink.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param reference what the same rounds gave for the reference; null where there is none
 * @param command what prints this line
 */
public record Figure(String name, Unit unit, Samples hexlink, @Nullable Reference reference, String command) {
  /** A peer or a physical limit, and what was measured of it. */
  public record Reference(String name, Samples samples) {}
}
