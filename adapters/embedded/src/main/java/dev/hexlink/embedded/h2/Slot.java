package dev.hexlink.embedded.h2;

import java.time.Instant;

/** A link and a quarter of an hour, the finest step that counts are kept in, as one number: a link's slots are neighbours, in order of time. */
final class Slot {
  private static final long SECONDS_A_QUARTER = 900;
  /** Quarters since 1970 fit in until the year 2448. */
  private static final int QUARTER_BITS = 24;
  /** How many slots a link has. */
  static final long A_LINK = 1L << QUARTER_BITS;
  private static final long LAST_QUARTER = A_LINK - 1;

  private Slot() {}

  /** The slot of the quarter that holds a moment. */
  static long of(long link, Instant moment) {
    return link << QUARTER_BITS | quarterOf(moment.getEpochSecond());
  }

  /** The first slot of a quarter that begins at a moment or later. */
  static long notBefore(long link, Instant moment) {
    return of(link, moment.plusSeconds(SECONDS_A_QUARTER).minusNanos(1));
  }

  /** The link's first slot of all. */
  static long first(long link) {
    return link << QUARTER_BITS;
  }

  static Instant startOf(long slot) {
    return Instant.ofEpochSecond((slot & LAST_QUARTER) * SECONDS_A_QUARTER);
  }

  private static long quarterOf(long second) {
    return Math.clamp(Math.floorDiv(second, SECONDS_A_QUARTER), 0, LAST_QUARTER);
  }
}
