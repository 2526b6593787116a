package dev.hexlink.postgres;

import dev.hexlink.domain.link.Route;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of links in service by the numbers the links have in this store. */
final class RoutesInService {
  /** So many are found in far less time than a statement has. */
  private static final int AT_ONCE = 5_000;
  private static final String ROUTES = "select " + LinkRow.COLUMNS + ", l.number from links l "
      + "join domains d on d.id = l.domain_id where l.retired_at is null and ";
  private static final Sql NUMBERED = new Sql(ROUTES + "l.number = any(?)");
  private static final Sql IN_ORDER = new Sql(ROUTES + "l.number >= ? and l.number < ? order by l.number limit ?");

  private RoutesInService() {}

  /** Those of certain numbers, in any order. */
  static Map<Long, Route> of(Connection connection, List<Long> numbers) throws SQLException {
    Map<Long, Route> routes = new LinkedHashMap<>();
    for (int from = 0; from < numbers.size(); from += AT_ONCE) {
      List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE));
      routes.putAll(byNumber(
          NUMBERED.all(connection, RoutesInService::read, Values.of("bigint", some, number -> number))));
    }
    return routes;
  }

  /** The first so many of those from a number up to another, exclusive. */
  static Map<Long, Route> between(Connection connection, long first, long end, int most) throws SQLException {
    return byNumber(IN_ORDER.all(connection, RoutesInService::read, first, end, most));
  }

  private static Map.Entry<Long, Route> read(ResultSet row) throws SQLException {
    return Map.entry(row.getLong("number"), LinkRow.read(row).route());
  }

  private static Map<Long, Route> byNumber(List<Map.Entry<Long, Route>> routes) {
    Map<Long, Route> byNumber = new LinkedHashMap<>();
    routes.forEach(route -> byNumber.put(route.getKey(), route.getValue()));
    return byNumber;
  }
}
