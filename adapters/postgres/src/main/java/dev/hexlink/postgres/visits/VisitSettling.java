package dev.hexlink.postgres.visits;

import dev.hexlink.application.spi.UnstorableVisit;
import dev.hexlink.application.spi.Visits.Settlement;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.postgres.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settlement of one batch: one call of a function of the store.
 *
 * @param whyAside why all visits are put aside; null when they are to be stored
 */
record VisitSettling(List<ClassifiedVisit> batch, @Nullable String whyAside) {
  private static final Sql SETTLE = new Sql("select stored, repeated, quarantined, forgotten from settle_visits("
      + "?, ?::int8multirange[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  private static final String UNFIT_VALUE = "22";

  /**
   * @throws UnstorableVisit if the store says that it cannot hold a value
   */
  Settlement run(Connection connection) throws SQLException {
    VisitBatch visits = new VisitBatch(batch);
    try {
      return SETTLE
          .first(connection, row -> settlementIn(row, batch.size() - visits.size()), visits.parameters(whyAside))
          .orElseThrow(() -> new SQLException("settle_visits answers in one row"));
    } catch (SQLException e) {
      String state = e.getSQLState();
      if (state != null && state.startsWith(UNFIT_VALUE)) {
        throw new UnstorableVisit("the store cannot hold a visit: " + e.getMessage(), e);
      }
      throw e;
    }
  }

  private static Settlement settlementIn(ResultSet row, int doubles) throws SQLException {
    return new Settlement(row.getInt("stored"), row.getInt("repeated") + doubles, row.getInt("quarantined"),
        row.getInt("forgotten"));
  }
}
