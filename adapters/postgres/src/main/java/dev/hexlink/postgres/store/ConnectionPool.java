package dev.hexlink.postgres.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The connections of one kind of work. There are none until the first is asked for, whether or not the server can be reached then. */
final class ConnectionPool implements AutoCloseable {
  private static final long WITHOUT_SERVER = -1;
  private static final int KEPT_IDLE = 1;
  private static final Duration LONGEST_CHECK = Duration.ofMillis(250);
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);
  /** A server that took the place of another is found by then. */
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

  private final Pool kind;
  private final DataSource connections;
  private final Duration longestWait;
  private final int size;
  private @Nullable HikariDataSource opened;
  private boolean closed;

  ConnectionPool(Pool kind, DataSource connections, Duration longestWait, int size) {
    this.kind = kind;
    this.connections = connections;
    this.longestWait = longestWait;
    this.size = size;
  }

  /**
   * A connection that commits each statement for itself; to be closed, which gives it back and rolls back what is not committed.
   *
   * @throws SQLException if none could be had in the time this kind of work may wait
   */
  Connection take() throws SQLException {
    return open().getConnection();
  }

  private synchronized HikariDataSource open() throws SQLException {
    if (closed) {
      throw new SQLException("closed");
    }
    HikariDataSource pool = opened;
    if (pool == null) {
      pool = new HikariDataSource(settings());
      opened = pool;
    }
    return pool;
  }

  private HikariConfig settings() {
    HikariConfig settings = new HikariConfig();
    settings.setPoolName("hexlink-postgres-" + kind.name().toLowerCase(Locale.ROOT));
    settings.setDataSource(connections);
    settings.setInitializationFailTimeout(WITHOUT_SERVER);
    settings.setConnectionTimeout(longestWait.toMillis());
    settings.setValidationTimeout(LONGEST_CHECK.toMillis());
    settings.setMaximumPoolSize(size);
    settings.setMinimumIdle(KEPT_IDLE);
    settings.setIdleTimeout(LONGEST_IDLE.toMillis());
    settings.setMaxLifetime(LONGEST_LIFE.toMillis());
    return settings;
  }

  @Override
  public synchronized void close() {
    closed = true;
    HikariDataSource pool = opened;
    if (pool != null) {
      pool.close();
    }
  }
}
