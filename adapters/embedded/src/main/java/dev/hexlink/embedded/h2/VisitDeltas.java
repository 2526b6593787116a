package dev.hexlink.embedded.h2;

import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.VisitCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** By how much stored visits move the counters of links and of their quarters of an hour. */
final class VisitDeltas {
  private static final Sql MOVE_STATS = new Sql(
      "update link_stats set total = total + ?, bots = bots + ? where link = ?");
  private static final Sql BEGIN_STATS = new Sql("insert into link_stats (total, bots, link) values (?, ?, ?)");
  private static final Sql MOVE_ROLLUP = new Sql(
      "update visit_rollups set total = total + ?, bots = bots + ? where slot = ?");
  private static final Sql BEGIN_ROLLUP = new Sql(
      "insert into visit_rollups (total, bots, slot) values (?, ?, ?)");

  private final Map<Long, VisitCounts> byLink = new TreeMap<>();
  private final Map<Long, VisitCounts> bySlot = new TreeMap<>();

  /**
   * @param link the link's number
   */
  void count(ClassifiedVisit visit, long link) {
    VisitCounts one = new VisitCounts(1, visit.isAutomated() ? 1 : 0);
    byLink.merge(link, one, VisitCounts::plus);
    bySlot.merge(Slot.of(link, visit.visit().facts().at()), one, VisitCounts::plus);
  }

  void save(Connection connection) throws SQLException {
    move(connection, MOVE_STATS, BEGIN_STATS, byLink.entrySet());
    move(connection, MOVE_ROLLUP, BEGIN_ROLLUP, bySlot.entrySet());
  }

  /** Most counters are there already: those that were not moved are begun. */
  private static void move(Connection connection, Sql move, Sql begin, Collection<Map.Entry<Long, VisitCounts>> deltas)
      throws SQLException {
    int[] moved = move.forEach(connection, deltas, VisitDeltas::parameters);
    List<Map.Entry<Long, VisitCounts>> first = new ArrayList<>();
    int i = 0;
    for (Map.Entry<Long, VisitCounts> delta : deltas) {
      if (moved[i++] == 0) {
        first.add(delta);
      }
    }
    begin.forEach(connection, first, VisitDeltas::parameters);
  }

  private static @Nullable Object[] parameters(Map.Entry<Long, VisitCounts> delta) {
    return new Object[]{delta.getValue().total(), delta.getValue().bots(), delta.getKey()};
  }
}
