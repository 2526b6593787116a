package dev.hexlink.contracts.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** An empty database of the test's own on the PostgreSQL that stands ready; dropped when it is closed, whoever is connected. */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicBoolean TIDIED = new AtomicBoolean();

  private final PostgresServer server;
  private final String name;

  private TestDatabase(PostgresServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /**
   * @throws MissingServer if there is no PostgreSQL
   */
  public static TestDatabase create() {
    PostgresServer server = PostgresServer.ofEnvironment();
    if (!TIDIED.getAndSet(true)) {
      removeLeftOvers(server);
    }
    return createOn(server);
  }

  static TestDatabase createOn(PostgresServer server) {
    TestDatabase database = new TestDatabase(server, TestName.fresh());
    execute(server, "create database " + database.name + " template template0");
    return database;
  }

  public String name() {
    return name;
  }

  /** Its JDBC URL, without user and password. */
  public String url() {
    return server.url(name);
  }

  public String user() {
    return server.user();
  }

  /** The user's password, which may be empty. */
  public String password() {
    return server.password();
  }

  /** A connection of its owner, by whichever driver the test has. */
  public Connection connect() {
    return server.connect(name);
  }

  @Override
  public void close() {
    drop(server, name);
  }

  /** Drops what runs that were killed left there more than a day ago. */
  static void removeLeftOvers(PostgresServer server) {
    names(server).stream().filter(TestName::isLeftOver).forEach(name -> drop(server, name));
  }

  static List<String> names(PostgresServer server) {
    try (Connection connection = server.connect(server.database());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select datname from pg_database order by 1")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException("the databases at " + server.address() + " cannot be listed", e);
    }
  }

  private static void drop(PostgresServer server, String name) {
    execute(server, "drop database if exists " + name + " with (force)");
  }

  private static void execute(PostgresServer server, String sql) {
    try (Connection connection = server.connect(server.database());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("refused at " + server.address() + ": " + sql, e);
    }
  }
}
