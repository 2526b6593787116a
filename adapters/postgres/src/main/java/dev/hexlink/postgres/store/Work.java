package dev.hexlink.postgres.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to do in the store. It may be done twice, the first time in vain, so it has no effect but on the store. */
@FunctionalInterface
public interface Work<T> {
  T in(Connection connection) throws SQLException;
}
