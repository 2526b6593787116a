package dev.hexlink.postgres.visits;

import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.Visits.Group;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.postgres.store.Row;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the visits of a link come to in a time, added up from some days after the other. */
record VisitSums(LinkId link, Span time, boolean withoutBots) {
  private static final Comparator<Group> HIGHEST_FIRST = Comparator
      .comparingLong((Group group) -> group.counts().total()).reversed().thenComparing(Group::value);

  List<Group> groups(Connection connection, Trait by) throws SQLException {
    Map<String, VisitCounts> sums = new HashMap<>();
    for (Group group : sum(connection, columnOf(by) + " as value, count(*) as total, count(*) filter (where "
        + VisitRow.AUTOMATED + ") as bots", " group by value",
        row -> new Group(row.getString("value"), VisitRow.countsIn(row)))) {
      sums.merge(group.value(), group.counts(), VisitCounts::plus);
    }
    return sums.entrySet().stream().map(sum -> new Group(sum.getKey(), sum.getValue())).sorted(HIGHEST_FIRST).toList();
  }

  /** A visitor is told apart within a day only, so that sums of days count nobody twice. */
  long visitors(Connection connection) throws SQLException {
    return sum(connection, "count(distinct v.visitor) as visitors", " and v.visitor <> 0",
        row -> row.getLong("visitors")).stream().mapToLong(Long::longValue).sum();
  }

  private <T> List<T> sum(Connection connection, String what, String how, Row<T> row) throws SQLException {
    List<T> parts = new ArrayList<>();
    Optional<VisitedLink> found = VisitedLink.find(connection, link);
    if (found.isPresent()) {
      VisitedLink visited = found.get();
      Span shown = visited.shown(time);
      Sql sql = new Sql(
          "select " + what + " from visits v where v.utc_day = any(?) and v.link = ? and v.at >= ? and v.at < ?"
              + (withoutBots ? " and not " + VisitRow.AUTOMATED : "") + how);
      for (Values days : VisitedDays.all(connection, visited, shown).portions()) {
        parts.addAll(sql.all(connection, row, days, visited.number(), shown.from(), shown.to()));
      }
    }
    return parts;
  }

  private static String columnOf(Trait trait) {
    return switch (trait) {
      case REFERRER -> "v.referrer_host";
      case BROWSER -> "v.browser";
      case OPERATING_SYSTEM -> "v.operating_system";
      case DEVICE -> "v.device";
      case BOT -> VisitRow.AUTOMATED + "::text";
    };
  }
}
