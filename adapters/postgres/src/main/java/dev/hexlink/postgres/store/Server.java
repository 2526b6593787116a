package dev.hexlink.postgres.store;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A Postgres, and who connects to it. */
record Server(String url, @Nullable String user, @Nullable String password) {
  private static final int CONNECT_SECONDS = 2;
  private static final int CANCEL_SECONDS = 1;
  /** No answer of the server takes longer: its statements end after 2 s, its waits for locks before. */
  private static final int SOCKET_SECONDS = 5;
  private static final int PATIENT_SOCKET_SECONDS = 600;

  /** Connections for statements that are short; none is open before it is asked for. */
  DataSource connections() {
    return connections(SOCKET_SECONDS);
  }

  /** Connections for statements that may take long, such as migrations. */
  DataSource patientConnections() {
    return connections(PATIENT_SOCKET_SECONDS);
  }

  /** The URL has the last word, but for who connects. */
  private DataSource connections(int socketSeconds) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setApplicationName("hexlink");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(socketSeconds);
    source.setCancelSignalTimeout(CANCEL_SECONDS);
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    // A prepared statement belongs to a session, and a pooler may lend another one for the next transaction.
    source.setPrepareThreshold(0);
    source.setUrl(url);
    if (user != null) {
      source.setUser(user);
      source.setPassword(password);
    }
    return source;
  }

  /** Without its parameters, which may hold a password. */
  @Override
  public String toString() {
    int parameters = url.indexOf('?');
    return (parameters < 0 ? url : url.substring(0, parameters)) + (user == null ? "" : " as " + user);
  }
}
