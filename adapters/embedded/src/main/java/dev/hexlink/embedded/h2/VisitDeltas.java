package dev.hexlink.embedded.h2;

import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.VisitCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By how much stored visits move the counters of links and of their quarters of an hour. */
final class VisitDeltas {
  private static final Sql MOVE_STATS = new Sql(
      "update link_stats set total = total + ?, bots = bots + ? where link = ?");
  private static final Sql BEGIN_STATS = new Sql("insert into link_stats (total, bots, link) values (?, ?, ?)");
  private static final Sql MOVE_ROLLUP = new Sql(
      "update visit_rollups set total = total + ?, bots = bots + ? where link = ? and quarter = ?");
  private static final Sql BEGIN_ROLLUP = new Sql(
      "insert into visit_rollups (total, bots, link, quarter) values (?, ?, ?, ?)");

  private final Map<LinkId, VisitCounts> byLink = new TreeMap<>();
  private final Map<LinkQuarter, VisitCounts> byQuarter = new TreeMap<>();

  void count(ClassifiedVisit visit) {
    VisitCounts one = new VisitCounts(1, visit.isAutomated() ? 1 : 0);
    LinkId link = visit.visit().facts().link();
    byLink.merge(link, one, VisitCounts::plus);
    byQuarter.merge(new LinkQuarter(link, Quarter.of(visit.visit().facts().at())), one, VisitCounts::plus);
  }

  void save(Connection connection) throws SQLException {
    move(connection, MOVE_STATS, BEGIN_STATS, byLink.entrySet(),
        delta -> new Object[]{delta.getValue().total(), delta.getValue().bots(), delta.getKey().value()});
    move(connection, MOVE_ROLLUP, BEGIN_ROLLUP, byQuarter.entrySet(), delta -> new Object[]{delta.getValue().total(),
        delta.getValue().bots(), delta.getKey().link.value(), delta.getKey().quarter});
  }

  /** Most counters are there already: those that were not moved are begun. */
  private static <K> void move(Connection connection, Sql move, Sql begin, Collection<Map.Entry<K, VisitCounts>> deltas,
      Function<Map.Entry<K, VisitCounts>, @Nullable Object[]> parameters) throws SQLException {
    int[] moved = move.forEach(connection, deltas, parameters);
    List<Map.Entry<K, VisitCounts>> first = new ArrayList<>();
    int i = 0;
    for (Map.Entry<K, VisitCounts> delta : deltas) {
      if (moved[i++] == 0) {
        first.add(delta);
      }
    }
    begin.forEach(connection, first, parameters);
  }

  /** A link in a quarter of an hour. */
  private record LinkQuarter(LinkId link, Instant quarter) implements Comparable<LinkQuarter> {
    private static final Comparator<LinkQuarter> ORDER = Comparator.comparing(LinkQuarter::link)
        .thenComparing(LinkQuarter::quarter);

    @Override
    public int compareTo(LinkQuarter other) {
      return ORDER.compare(this, other);
    }
  }
}
