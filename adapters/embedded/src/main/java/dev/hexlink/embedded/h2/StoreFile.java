package dev.hexlink.embedded.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** The file behind a connection, as H2 sees it. */
final class StoreFile {
  private StoreFile() {}

  static MVStore behind(Connection connection) throws SQLException {
    Database database = databaseBehind(connection);
    if (database == null) {
      throw new SQLException("the connection is closed");
    }
    return database.getStore().getMvStore();
  }

  /**
   * Whether the connection leads nowhere any more. A failed write leaves the file closed for good while sessions still look alive; the database is
   * then taken off H2's list, so that the next connection opens the file anew.
   */
  static synchronized boolean isBroken(Connection connection) throws SQLException {
    Database database = databaseBehind(connection);
    if (database == null || database.isClosing()) {
      return true;
    }
    MVStore file = database.getStore().getMvStore();
    boolean broken = file.isClosed() || file.getPanicException() != null;
    if (broken) {
      database.shutdownImmediately();
    }
    return broken;
  }

  private static @Nullable Database databaseBehind(Connection connection) throws SQLException {
    return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session && !session.isClosed()
        ? session.getDatabase()
        : null;
  }
}
