package dev.hexlink.application.api;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The steps of a series. */
public enum Interval {
  HOUR, DAY, WEEK, MONTH;

  /** The beginning of the interval that holds a moment, in the moment's time zone. */
  public ZonedDateTime startOf(ZonedDateTime moment) {
    return switch (this) {
      case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
      case DAY -> moment.toLocalDate().atStartOfDay(moment.getZone());
      case WEEK ->
        moment.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(moment.getZone());
      case MONTH -> moment.toLocalDate().withDayOfMonth(1).atStartOfDay(moment.getZone());
    };
  }

  /** Where clocks change by half an hour, the hour that is cut or lengthened by it ends at the next full one. */
  private static ZonedDateTime nextHour(ZonedDateTime start) {
    ZonedDateTime later = start.plusHours(1);
    ZonedDateTime full = later.truncatedTo(ChronoUnit.HOURS);
    return full.isAfter(start) ? full : later;
  }

  /** The beginning of the interval after the one that begins at {@code start}. */
  public ZonedDateTime next(ZonedDateTime start) {
    return switch (this) {
      case HOUR -> nextHour(start);
      case DAY -> start.toLocalDate().plusDays(1).atStartOfDay(start.getZone());
      case WEEK -> start.toLocalDate().plusWeeks(1).atStartOfDay(start.getZone());
      case MONTH -> start.toLocalDate().plusMonths(1).atStartOfDay(start.getZone());
    };
  }
}
