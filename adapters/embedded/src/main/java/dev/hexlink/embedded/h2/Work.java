package dev.hexlink.embedded.h2;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to do in the store, on one of its threads. */
@FunctionalInterface
interface Work<T> {
  T in(Connection connection) throws SQLException;
}
