package dev.hexlink.embedded.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement in the store's language, with {@code ?} for each parameter. */
record Sql(String text) {

  <T> List<T> all(Connection connection, Row<T> row, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      bind(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row.read(result));
        }
        return rows;
      }
    }
  }

  <T> Optional<T> first(Connection connection, Row<T> row, @Nullable Object... parameters) throws SQLException {
    return all(connection, row, parameters).stream().findFirst();
  }

  boolean finds(Connection connection, @Nullable Object... parameters) throws SQLException {
    return !all(connection, result -> result.getObject(1), parameters).isEmpty();
  }

  /** How many rows it touched. */
  int run(Connection connection, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Runs the statement for each item, in order; how many rows each touched. */
  <T> int[] forEach(Connection connection, Collection<T> items, Function<T, @Nullable Object[]> parameters)
      throws SQLException {
    if (items.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      for (T item : items) {
        bind(statement, parameters.apply(item));
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
