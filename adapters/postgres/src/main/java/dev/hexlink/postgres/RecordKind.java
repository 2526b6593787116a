package dev.hexlink.postgres;

import dev.hexlink.application.spi.StoredRecord;
import dev.hexlink.postgres.store.Row;
import dev.hexlink.postgres.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A kind of records: the rows they are read from, and how they are written.
 *
 * @param all reads every one
 */
record RecordKind<R extends StoredRecord>(Class<R> type, Sql all, Row<R> row, Writing<R> writing) {
  /** How many records are written at once. */
  static final int AT_ONCE = 1_000;

  static <R extends StoredRecord> RecordKind<R> of(Class<R> type, String all, Row<R> row, Writing<R> writing) {
    return new RecordKind<>(type, Sql.patient(all), row, writing);
  }

  void readAll(Connection connection, Consumer<StoredRecord> taker) throws SQLException {
    all.each(connection, row, taker::accept);
  }

  /** The first few, as many as tell whether there is more than one. */
  List<R> first(Connection connection) throws SQLException {
    return Sql.patient(all.text() + " limit 2").all(connection, row);
  }

  /** Writes records of this kind. */
  void write(Connection connection, List<StoredRecord> records) throws SQLException {
    int written = writing.write(connection, records.stream().map(type::cast).toList());
    if (written != records.size()) {
      throw new IllegalArgumentException(records.size() - written + " of " + type.getSimpleName()
          + " are there already, or refer to what is not there");
    }
  }

  /** Writes several records of a kind, and tells how many were written. */
  @FunctionalInterface
  interface Writing<R> {
    int write(Connection connection, List<R> records) throws SQLException;
  }
}
