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
