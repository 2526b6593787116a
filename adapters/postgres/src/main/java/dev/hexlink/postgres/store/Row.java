package dev.hexlink.postgres.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a value out of the row a result stands at. */
@FunctionalInterface
public interface Row<T> {
  T read(ResultSet result) throws SQLException;
}
