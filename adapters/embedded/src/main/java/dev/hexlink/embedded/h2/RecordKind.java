package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.StoredRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A kind of records: the rows they are read from, in the order of the rows' places in the table, and how they are written.
 *
 * @param pages reads the rows after a place, {@value #PAGE} at most
 */
record RecordKind<R extends StoredRecord>(Class<R> type, Sql pages, Row<R> row, Writing<R> writing) {
  /** How many records are read or written at once. */
  static final int PAGE = 1_000;

  /**
   * @param tables the kind's own table first; others are joined to its left, as H2 would begin with them otherwise
   * @param own the name of the kind's own table in {@code tables} and {@code columns}
   */
  static <R extends StoredRecord> RecordKind<R> of(Class<R> type, String columns, String tables, String own, Row<R> row,
      Writing<R> writing) {
    return new RecordKind<>(type, new Sql("select " + columns + ", " + own + "._rowid_ as place from " + tables
        + " where " + own + "._rowid_ > ? order by " + own + "._rowid_ fetch first " + PAGE + " rows only"), row,
        writing);
  }

  /** The records that stand after a place. */
  List<Placed> after(Connection connection, long place) throws SQLException {
    return pages.all(connection, result -> new Placed(row.read(result), result.getLong("place")), place);
  }

  /** Writes records of this kind. */
  void write(Connection connection, List<StoredRecord> records) throws SQLException {
    writing.write(connection, records.stream().map(type::cast).toList());
  }

  /** A record with its place in the table. */
  record Placed(StoredRecord record, long place) {}

  /** Writes several records of a kind. */
  @FunctionalInterface
  interface Writing<R> {
    void write(Connection connection, List<R> records) throws SQLException;
  }
}
