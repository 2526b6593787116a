package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of the test's own; what it has acknowledged survives a kill. Whoever connects from here may do everything. */
public final class PrivatePostgres extends PrivateServer {
  static final String OWNER = "postgres";

  private final List<String> settings;

  private PrivatePostgres(Folder folder, List<String> settings) {
    super("PostgreSQL", folder);
    this.settings = settings;
  }

  /**
   * Starts one in a temporary folder.
   *
   * @param settings parameters besides its own, each {@code name=value}
   */
  public static PrivatePostgres create(String... settings) {
    return create(Folder.fresh(), settings);
  }

  /** Starts one in a folder that stays; it must lie where the system's user {@code postgres} can get to if root runs the test. */
  public static PrivatePostgres createIn(Path folder, String... settings) {
    return create(Folder.at(folder), settings);
  }

  private static PrivatePostgres create(Folder folder, String... settings) {
    PrivatePostgres postgres = new PrivatePostgres(folder, List.of(settings));
    try {
      postgres.start();
      return postgres;
    } catch (Throwable e) {
      postgres.close();
      throw e;
    }
  }

  /** The JDBC URL of its database {@code postgres}. */
  public String url() {
    return server().url("postgres");
  }

  public String user() {
    return OWNER;
  }

  /** Empty, as none is asked for. */
  public String password() {
    return "";
  }

  /** A connection to its database {@code postgres}, by whichever driver the test has. */
  public Connection connect() throws SQLException {
    return server().open("postgres");
  }

  @Override
  List<String> command() {
    List<String> words = new ArrayList<>(
        List.of(Programs.POSTGRES.find("postgres"), "-D", data().toString(), "-p", Integer.toString(port())));
    List<String> all = new ArrayList<>(List.of("listen_addresses=" + HOST, "unix_socket_directories=",
        "shared_buffers=64MB", "max_connections=200", "fsync=on", "logging_collector=off"));
    all.addAll(settings);
    all.forEach(setting -> words.addAll(List.of("-c", setting)));
    return asAllowed(words);
  }

  @Override
  Map<String, String> environment() {
    return Map.of();
  }

  @Override
  boolean isReady() {
    try (Connection connection = connect()) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  void prepare() {
    if (Files.exists(data())) {
      forgetLastRun();
    } else {
      initialize();
    }
  }

  /** What was killed may still be listed among the processes, from which a start would conclude that it runs. */
  private void forgetLastRun() {
    try {
      Files.deleteIfExists(data().resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void initialize() {
    if (isRoot()) {
      Command.of("chown", OWNER, path().toString()).run();
    }
    new Command(asAllowed(List.of(Programs.POSTGRES.find("initdb"), "-D", data().toString(), "-U", OWNER, "-A", "trust",
        "-E", "UTF8", "--locale=C", "--no-sync")), Map.of()).run();
  }

  /** As the system's user {@code postgres} where root would be refused. */
  static List<String> asAllowed(List<String> command) {
    if (!isRoot()) {
      return command;
    }
    List<String> words = new ArrayList<>(List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", OWNER));
    words.addAll(command);
    return words;
  }

  static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private Path data() {
    return path().resolve("data");
  }

  private PostgresServer server() {
    return new PostgresServer(address(), "postgres", OWNER, "", "");
  }
}
