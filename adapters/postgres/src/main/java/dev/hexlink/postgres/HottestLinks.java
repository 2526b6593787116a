package dev.hexlink.postgres;

import dev.hexlink.domain.link.Route;
import dev.hexlink.postgres.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The links in service that were followed most since a moment: the most followed of all, and further ones in place of those out of service. */
record HottestLinks(Instant since, int most) {
  private static final long SECONDS_A_QUARTER = 900;
  private static final Sql NUMBERS = new Sql("select link from visit_rollups where quarter >= ? group by link "
      + "order by sum(total) desc, link limit ?");

  List<Route> in(Connection connection) throws SQLException {
    int wished = most;
    while (true) {
      List<Long> numbers = NUMBERS.all(connection, row -> row.getLong(1), quarter(), wished);
      Map<Long, Route> routes = RoutesInService.of(connection, numbers);
      if (routes.size() >= most || numbers.size() < wished) {
        return numbers.stream().map(routes::get).filter(Objects::nonNull).limit(most).toList();
      }
      wished *= 2;
    }
  }

  private int quarter() {
    return Math.clamp(Math.floorDiv(since.getEpochSecond(), SECONDS_A_QUARTER), 0, Integer.MAX_VALUE);
  }
}
