package dev.hexlink.embedded.h2;

import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.VisitCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The forgetting of a link's visits from before a moment, with their counts. Runs inside the caller's transaction. */
record VisitPurge(LinkId link, Instant before) {
  private static final Sql REMEMBER = new Sql(
      "merge into link_purges p using (values (?, ?)) n(link, before) on p.link = n.link "
          + "when matched then update set before = greatest(p.before, n.before) "
          + "when not matched then insert (link, before) values (n.link, n.before)");
  private static final Sql WHOLE_QUARTERS = new Sql(
      "select coalesce(sum(total), 0), coalesce(sum(bots), 0) from visit_rollups where slot >= ? and slot < ?");
  private static final Sql REMOVE_QUARTERS = new Sql("delete from visit_rollups where slot >= ? and slot < ?");
  private static final Sql LAST_QUARTER = new Sql("select count(*), count(case when " + VisitRow.AUTOMATED
      + " then 1 end) from visits v where link = ? and at >= ? and at < ?");
  private static final Sql LOWER_QUARTER = new Sql(
      "update visit_rollups set total = total - ?, bots = bots - ? where slot = ?");
  private static final Sql REMOVE_EMPTY = new Sql("delete from visit_rollups where slot = ? and total = 0");
  private static final Sql LOWER_STATS = new Sql(
      "update link_stats set total = total - ?, bots = bots - ? where link = ?");
  private static final Sql REMOVE_VISITS = new Sql("delete from visits where link = ? and at < ?");
  private static final Sql REMOVE_QUARANTINED = new Sql("delete from quarantined_visits where link = ? and at < ?");

  boolean run(Connection connection) throws SQLException {
    REMEMBER.run(connection, link.value(), before);
    REMOVE_QUARANTINED.run(connection, link.value(), before);
    Optional<Long> number = LinkNumbers.of(connection, link);
    if (number.isPresent()) {
      forget(connection, number.get());
    }
    return true;
  }

  /** Whole quarters of an hour by their counts, which outlive dropped days; the one that holds the moment by its visits. */
  private void forget(Connection connection, long number) throws SQLException {
    long first = Slot.first(number);
    long last = Slot.of(number, before);
    VisitCounts whole = counted(connection, WHOLE_QUARTERS, first, last);
    VisitCounts part = counted(connection, LAST_QUARTER, number, Slot.startOf(last), before);
    REMOVE_QUARTERS.run(connection, first, last);
    LOWER_QUARTER.run(connection, part.total(), part.bots(), last);
    REMOVE_EMPTY.run(connection, last);
    LOWER_STATS.run(connection, whole.plus(part).total(), whole.plus(part).bots(), number);
    REMOVE_VISITS.run(connection, number, before);
  }

  private static VisitCounts counted(Connection connection, Sql sql, Object... parameters) throws SQLException {
    return sql.first(connection, row -> new VisitCounts(row.getLong(1), row.getLong(2)), parameters)
        .orElse(VisitCounts.NONE);
  }
}
