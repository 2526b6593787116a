package dev.hexlink.postgres.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement in the language of Postgres, with {@code ?} for each parameter: a value, an {@link Instant}, or {@link Values}.
 *
 * @param longestSeconds after how long it is given up, whatever the role says; 0 means never
 */
public record Sql(String text, int longestSeconds) {
  private static final int LONGEST_SECONDS = 2;
  private static final int HELD_AT_ONCE = 1_000;

  /** A statement that is given up after {@value #LONGEST_SECONDS} s. */
  public Sql(String text) {
    this(text, LONGEST_SECONDS);
  }

  /** A statement that may take its time. */
  public static Sql patient(String text) {
    return new Sql(text, 0);
  }

  /** Hands over each row, in a transaction, without holding them all. */
  public <T> void each(Connection connection, Row<T> row, Consumer<T> taker, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection)) {
      statement.setFetchSize(HELD_AT_ONCE);
      bind(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          taker.accept(row.read(result));
        }
      }
    }
  }

  public <T> List<T> all(Connection connection, Row<T> row, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(connection)) {
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

  public <T> Optional<T> first(Connection connection, Row<T> row, @Nullable Object... parameters) throws SQLException {
    return all(connection, row, parameters).stream().findFirst();
  }

  public boolean finds(Connection connection, @Nullable Object... parameters) throws SQLException {
    return !all(connection, result -> true, parameters).isEmpty();
  }

  /** How many rows it touched. */
  public int run(Connection connection, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(connection)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Runs the statement for each item, in order; how many rows each touched. */
  public <T> int[] forEach(Connection connection, Collection<T> items, Function<T, @Nullable Object[]> parameters)
      throws SQLException {
    if (items.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = prepared(connection)) {
      for (T item : items) {
        bind(statement, parameters.apply(item));
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  /** The moment in a column; null where there is none. */
  public static @Nullable Instant instantIn(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  /** The moment in a column that always has one. */
  public static Instant momentIn(ResultSet row, String column) throws SQLException {
    Instant moment = instantIn(row, column);
    if (moment == null) {
      throw new SQLException("no moment in " + column);
    }
    return moment;
  }

  private PreparedStatement prepared(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    statement.setQueryTimeout(longestSeconds);
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      bind(statement, i + 1, parameters[i]);
    }
  }

  private static void bind(PreparedStatement statement, int position, @Nullable Object parameter) throws SQLException {
    if (parameter instanceof Values(String type, var values)) {
      statement.setArray(position,
          statement.getConnection().createArrayOf(type, values.stream().map(Sql::toDriver).toArray()));
    } else {
      statement.setObject(position, toDriver(parameter));
    }
  }

  /** The driver knows moments only with an offset. */
  private static @Nullable Object toDriver(@Nullable Object value) {
    return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
  }
}
