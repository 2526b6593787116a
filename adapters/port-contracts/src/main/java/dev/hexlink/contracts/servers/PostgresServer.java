package dev.hexlink.contracts.servers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A PostgreSQL and the one who may create databases there.
 *
 * @param address host and port
 * @param options further parameters of each connection, with their question mark
 */
record PostgresServer(String address, String database, String user, String password, String options) {
  private static final String SCHEME = "jdbc:postgresql://";

  static PostgresServer ofEnvironment() {
    return parse(Environment.ofThisProcess().postgresUrl());
  }

  /** Reads a JDBC URL; without a user in it, it is the one who runs the test. */
  static PostgresServer parse(String url) {
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException("not the JDBC URL of a PostgreSQL: " + url);
    }
    String[] parts = url.substring(SCHEME.length()).split("\\?", 2);
    String[] place = parts[0].split("/", 2);
    String user = System.getProperty("user.name");
    String password = "";
    List<String> others = new ArrayList<>();
    for (String parameter : parts.length == 1 ? new String[0] : parts[1].split("&")) {
      switch (parameter.replaceFirst("=.*", "")) {
        case "user" -> user = value(parameter);
        case "password" -> password = value(parameter);
        default -> others.add(parameter);
      }
    }
    String database = place.length == 1 || place[1].isEmpty() ? "postgres" : place[1];
    return new PostgresServer(place[0], database, user, password,
        others.isEmpty() ? "" : "?" + String.join("&", others));
  }

  String url(String ofDatabase) {
    return SCHEME + address + "/" + ofDatabase + options;
  }

  /**
   * @throws MissingServer if it does not answer
   */
  Connection connect(String toDatabase) {
    try {
      return open(toDatabase);
    } catch (SQLException e) {
      throw new MissingServer("PostgreSQL", address + " as " + user, e);
    }
  }

  Connection open(String ofDatabase) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    return DriverManager.getConnection(url(ofDatabase), properties);
  }

  private static String value(String parameter) {
    return URLDecoder.decode(parameter.replaceFirst("^[^=]*=?", ""), StandardCharsets.UTF_8);
  }
}
