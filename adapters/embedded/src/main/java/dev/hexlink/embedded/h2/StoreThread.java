package dev.hexlink.embedded.h2;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A thread that may enter H2, with a connection of its own. Nobody outside the store holds it, so nobody interrupts it. */
final class StoreThread extends Thread {
  private final String url;
  private final boolean autoCommit;
  private @Nullable Connection connection;

  StoreThread(Runnable work, String name, String url, boolean autoCommit) {
    super(work, name);
    this.url = url;
    this.autoCommit = autoCommit;
    setDaemon(true);
  }

  /** The running thread's connection, opened when first asked for. */
  static Connection connection() throws SQLException {
    if (Thread.currentThread() instanceof StoreThread thread) {
      return thread.open();
    }
    throw new SQLException("the store is entered by its own threads alone");
  }

  /** Gives the running thread's connection up if it broke, so that the next work opens the file anew: as it was when it broke, no commit missing. */
  static void giveUpBrokenConnection() {
    if (Thread.currentThread() instanceof StoreThread thread) {
      thread.giveUpIfBroken();
    }
  }

  private void giveUpIfBroken() {
    Connection current = connection;
    try {
      if (current != null && StoreFile.isBroken(current)) {
        connection = null;
      }
    } catch (SQLException e) {
      connection = null;
    }
  }

  private Connection open() throws SQLException {
    Connection current = connection;
    if (current == null) {
      current = DriverManager.getConnection(url, StoreUrl.USER, "");
      current.setAutoCommit(autoCommit);
      connection = current;
    }
    return current;
  }
}
