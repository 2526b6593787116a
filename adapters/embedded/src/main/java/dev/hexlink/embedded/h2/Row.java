package dev.hexlink.embedded.h2;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a value out of the row a result stands at. */
@FunctionalInterface
interface Row<T> {
  T read(ResultSet result) throws SQLException;
}
