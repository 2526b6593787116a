package dev.hexlink.embedded.h2;

import java.time.Instant;

/** Quarters of an hour, the finest steps that counts are kept in. */
final class Quarter {
  private static final long SECONDS = 900;

  private Quarter() {}

  /** The beginning of the quarter that holds a moment. */
  static Instant of(Instant moment) {
    return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), SECONDS) * SECONDS);
  }
}
