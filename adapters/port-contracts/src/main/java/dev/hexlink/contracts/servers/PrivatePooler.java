package dev.hexlink.contracts.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * A PgBouncer of the test's own before a PostgreSQL. It lends its few connections by the transaction, so two transactions in a row may be in different
 * sessions. Whoever connects is taken for the user it was made with.
 */
public final class PrivatePooler extends PrivateServer {
  private static final int LENT = 5;

  private final PostgresServer behind;

  private PrivatePooler(PostgresServer behind) {
    super("PgBouncer", Folder.fresh());
    this.behind = behind;
  }

  /**
   * Starts one.
   *
   * @param url the JDBC URL of a database on the server behind it
   */
  public static PrivatePooler before(String url, String user, String password) {
    PostgresServer server = PostgresServer.parse(url);
    PrivatePooler pooler = new PrivatePooler(
        new PostgresServer(server.address(), server.database(), user, password, server.options()));
    try {
      pooler.start();
      return pooler;
    } catch (Throwable e) {
      pooler.close();
      throw e;
    }
  }

  /** The JDBC URL of the database, by way of the pooler. */
  public String url() {
    return server().url(behind.database());
  }

  @Override
  List<String> command() {
    return PrivatePostgres
        .asAllowed(List.of(Programs.PGBOUNCER.find("pgbouncer"), path().resolve("pgbouncer.ini").toString()));
  }

  @Override
  Map<String, String> environment() {
    return Map.of();
  }

  @Override
  void prepare() {
    folder().write("pgbouncer.ini", configuration());
    if (PrivatePostgres.isRoot()) {
      Command.of("chown", "-R", PrivatePostgres.OWNER, path().toString()).run();
    }
  }

  @Override
  boolean isReady() {
    try (Connection connection = server().open(behind.database())) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private String configuration() {
    String[] place = behind.address().split(":", 2);
    return String.join("\n", "[databases]",
        "* = host=" + place[0] + " port=" + (place.length == 1 ? "5432" : place[1]) + " user=" + behind.user()
            + (behind.password().isEmpty() ? "" : " password=" + behind.password()),
        "[pgbouncer]", "listen_addr = " + HOST, "listen_port = " + port(), "unix_socket_dir =", "auth_type = any",
        "pool_mode = transaction", "default_pool_size = " + LENT, "max_client_conn = 500",
        "ignore_startup_parameters = extra_float_digits") + "\n";
  }

  private PostgresServer server() {
    return new PostgresServer(address(), behind.database(), behind.user(), "", "");
  }
}
