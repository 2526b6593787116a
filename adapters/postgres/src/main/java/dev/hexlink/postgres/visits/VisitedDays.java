package dev.hexlink.postgres.visits;

import dev.hexlink.application.spi.Visits.Rollup;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Days that a link has visits in, as its counts tell. No others are looked at: each day is a table of its own, and a server has only so many locks.
 */
record VisitedDays(List<LocalDate> days) {
  private static final int MOST_AT_ONCE = 31;
  private static final String OF_TIME = " from visit_rollups where link = ? and quarter >= ? and quarter <= ?";
  private static final Sql ALL = new Sql(
      "select distinct quarter / " + Moments.QUARTERS_A_DAY + " as day" + OF_TIME + " order by day");
  private static final String LAST = " order by quarter desc fetch first ? rows only";
  private static final Sql LAST_VISITED = new Sql("select quarter, total as shown" + OF_TIME + LAST);
  private static final Sql LAST_VISITED_BY_PEOPLE = new Sql(
      "select quarter, total - bots as shown" + OF_TIME + " and total > bots" + LAST);

  /** All of a time. */
  static VisitedDays all(Connection connection, VisitedLink link, Span time) throws SQLException {
    return new VisitedDays(ALL.all(connection, row -> LocalDate.ofEpochDay(row.getLong("day")), link.number(),
        time.firstQuarter(), time.lastQuarter()));
  }

  /** The last of a time, as many as are needed for so many visits. */
  static VisitedDays last(Connection connection, VisitedLink link, Span time, boolean withoutBots, int visits)
      throws SQLException {
    Sql last = withoutBots ? LAST_VISITED_BY_PEOPLE : LAST_VISITED;
    return new VisitedDays(daysOf(last.all(connection,
        row -> new Rollup(Moments.startOf(row.getInt("quarter")), new VisitCounts(row.getLong("shown"), 0)),
        link.number(), time.firstQuarter(), time.lastQuarter(), visits + 1), visits));
  }

  /** Of the latest quarter perhaps not all visits are of the time, so they do not count. */
  private static List<LocalDate> daysOf(List<Rollup> latestFirst, int visits) {
    SequencedSet<LocalDate> days = new LinkedHashSet<>();
    long found = 0;
    for (Rollup quarter : latestFirst) {
      if (found >= visits) {
        break;
      }
      found += days.isEmpty() ? 0 : quarter.counts().total();
      days.add(Moments.dayOf(quarter.start()));
    }
    return List.copyOf(days);
  }

  /** The days, as many together as may be asked for at once. */
  List<Values> portions() {
    List<Values> portions = new ArrayList<>();
    for (int first = 0; first < days.size(); first += MOST_AT_ONCE) {
      portions.add(Values.of("date", days.subList(first, Math.min(first + MOST_AT_ONCE, days.size())), day -> day));
    }
    return portions;
  }
}
