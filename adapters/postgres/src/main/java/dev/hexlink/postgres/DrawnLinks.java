package dev.hexlink.postgres;

import dev.hexlink.domain.link.Route;
import dev.hexlink.postgres.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Links in service drawn by their numbers, which have few gaps. */
record DrawnLinks(RandomGenerator random, int most) {
  private static final int ROUNDS = 5;
  private static final Sql LAST = new Sql("select max(number) from links");

  List<Route> in(Connection connection) throws SQLException {
    long end = LAST.first(connection, row -> row.getLong(1)).orElse(0L) + 1;
    Map<Long, Route> drawn = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS && drawn.size() < most; round++) {
      List<Long> numbers = random.longs(most, 0, end).filter(number -> !drawn.containsKey(number)).distinct().boxed()
          .toList();
      drawn.putAll(RoutesInService.of(connection, numbers));
    }
    if (drawn.size() < most) {
      fillUp(connection, drawn, end);
    }
    return drawn.values().stream().limit(most).toList();
  }

  /** Where most links are out of service chance seldom hits: the rest are those that follow a number drawn, round to where that began. */
  private void fillUp(Connection connection, Map<Long, Route> drawn, long end) throws SQLException {
    long start = random.nextLong(end);
    drawn.putAll(RoutesInService.between(connection, start, end, most));
    if (drawn.size() < most) {
      drawn.putAll(RoutesInService.between(connection, 0, start, most));
    }
  }
}
