package dev.hexlink.soak;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * What the store has in the end, read from its tables.
 *
 * @param links by code
 * @param quarantined how many visits were put aside
 * @param doubledTargets how many targets, each of which was asked for in one create, two links have
 */
record Stored(Map<String, StoredLink> links, long quarantined, long doubledTargets) {
  private static final String LINKS = """
      select l.code, l.target, coalesce(s.total, 0), coalesce(v.visits, 0), coalesce(r.total, 0) from links l
      left join link_stats s on s.link = l.number
      left join (select link, count(*) visits from visits group by link) v on v.link = l.number
      left join (select link, sum(total) total from visit_rollups group by link) r on r.link = l.number
      """;
  private static final String QUARANTINED = "select count(*) from quarantined_visits";
  private static final String DOUBLED_TARGETS = """
      select count(*) from (select from links where origin <> 'chosen' group by target having count(*) > 1) d
      """;

  static Stored in(Fleet fleet) throws SQLException {
    try (Connection connection = fleet.postgres().connect(); Statement statement = connection.createStatement()) {
      return new Stored(links(statement), number(statement, QUARANTINED), number(statement, DOUBLED_TARGETS));
    }
  }

  long visits() {
    return links.values().stream().mapToLong(StoredLink::counted).sum();
  }

  private static Map<String, StoredLink> links(Statement statement) throws SQLException {
    Map<String, StoredLink> links = new HashMap<>();
    try (ResultSet row = statement.executeQuery(LINKS)) {
      while (row.next()) {
        StoredLink link = new StoredLink(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4),
            row.getLong(5));
        links.put(link.code(), link);
      }
    }
    return links;
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
