package dev.hexlink.postgres;

import dev.hexlink.postgres.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** Something that one transaction at a time may do in a database. The log of changes is another, 0, and the schema, 4. */
enum StoreLock {
  STACKS(1), PINS(2), LINK_NUMBERS(3);

  private static final Sql TAKE = new Sql("select pg_advisory_xact_lock(1751480429, ?)");

  private final int number;

  StoreLock(int number) {
    this.number = number;
  }

  /** Waits for its turn, and has it to the end of the transaction. */
  void take(Connection connection) throws SQLException {
    TAKE.finds(connection, number);
  }
}
