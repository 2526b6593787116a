package dev.hexlink.postgres;

import dev.hexlink.postgres.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The moments in columns that are never null. */
final class Moments {
  private Moments() {}

  static Instant in(ResultSet row, String column) throws SQLException {
    Instant moment = Sql.instantIn(row, column);
    if (moment == null) {
      throw new IllegalStateException("no moment in " + column);
    }
    return moment;
  }
}
