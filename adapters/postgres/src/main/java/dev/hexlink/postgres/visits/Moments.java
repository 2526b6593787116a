package dev.hexlink.postgres.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How moments are kept in the store: in whole milliseconds, and by UTC days and quarters of an hour. */
public final class Moments {
  public static final int QUARTERS_A_DAY = 96;
  private static final long SECONDS_A_QUARTER = 900;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Moments() {}

  /** The nearest moment that the store can hold. */
  public static Instant storable(Instant moment) {
    if (moment.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return moment.isAfter(LATEST) ? LATEST : moment;
  }

  /** The first whole millisecond that is not before a moment: of whole milliseconds, those before the one are those before the other. */
  public static Instant notBefore(Instant moment) {
    return Instant.ofEpochMilli(storable(moment).plusNanos(999_999).toEpochMilli());
  }

  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** The quarter of an hour that holds a moment, by its distance from 1970. */
  public static int quarterOf(Instant moment) {
    return Math.toIntExact(Math.floorDiv(moment.getEpochSecond(), SECONDS_A_QUARTER));
  }

  public static Instant startOf(int quarter) {
    return Instant.ofEpochSecond(quarter * SECONDS_A_QUARTER);
  }
}
