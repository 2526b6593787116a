package dev.hexlink.http.statistics;

import dev.hexlink.application.api.Interval;
import dev.hexlink.application.api.StatisticsQuery;
import dev.hexlink.application.spi.Trait;
import dev.hexlink.http.json.QueryParameters;
import io.micronaut.http.HttpParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which statistics are wanted. */
final class StatisticsParameters {
  private static final Map<String, Interval> INTERVALS = Map.of("hour", Interval.HOUR, "day", Interval.DAY, "week",
      Interval.WEEK, "month", Interval.MONTH);
  private static final Map<String, Trait> TRAITS = Map.of("referrer", Trait.REFERRER, "browser", Trait.BROWSER, "os",
      Trait.OPERATING_SYSTEM, "device", Trait.DEVICE, "bot", Trait.BOT);

  private StatisticsParameters() {}

  static StatisticsQuery in(HttpParameters parameters, boolean csv) {
    QueryParameters query = new QueryParameters(parameters);
    ZoneId zone = zone(query);
    Interval interval = query.read("interval", text -> among(INTERVALS, text), "Expected hour, day, week or month.");
    Trait groupBy = query.read("groupBy", text -> among(TRAITS, text),
        "Expected referrer, browser, os, device or bot.");
    if (csv && interval != null && groupBy != null) {
      query.refuse("groupBy", "A CSV table shows either a series or groups.");
    }
    StatisticsQuery wanted = new StatisticsQuery(moment(query, "from", zone), moment(query, "to", zone), interval, zone,
        groupBy, query.flag("excludeBots"));
    query.refuseIfAny();
    return wanted;
  }

  /** The time zone that is asked for; UTC otherwise. */
  static ZoneId zone(QueryParameters query) {
    ZoneId zone = query.read("timezone", StatisticsParameters::zoneOf,
        "Expected a time zone of the IANA database, such as Europe/Berlin, or an offset, such as +02:00.");
    return zone == null ? ZoneOffset.UTC : zone;
  }

  /** A moment, or a date whose beginning in the zone is meant; null when absent or wrong. */
  static @Nullable Instant moment(QueryParameters query, String name, ZoneId zone) {
    return query.read(name, text -> momentOf(text, zone),
        "Expected a time with its offset, such as 2030-01-31T12:00:00Z, or a date, such as 2030-01-31.");
  }

  private static Optional<Instant> momentOf(String text, ZoneId zone) {
    try {
      Instant moment = text.length() <= 10
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      int year = moment.atOffset(ZoneOffset.UTC).getYear();
      return year < 1970 || year > 9999 ? Optional.empty() : Optional.of(moment);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zoneOf(String text) {
    try {
      return Optional.of(ZoneId.of(text.replace(' ', '+')));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> among(Map<String, T> names, String text) {
    return Optional.ofNullable(names.get(text.toLowerCase(Locale.ROOT)));
  }
}
