package dev.hexlink.contracts.servers;

import java.net.URI;

/** A Redis, by its URI. */
record RedisServer(URI uri) {
  private static final int DEFAULT_PORT = 6379;

  static RedisServer ofEnvironment() {
    return new RedisServer(URI.create(Environment.ofThisProcess().redisUri()));
  }

  String address() {
    return uri.getHost() + ":" + port();
  }

  /**
   * @throws MissingServer if it does not answer
   */
  RespConnection connect() {
    try {
      return introduced(new RespConnection(uri.getHost(), port()));
    } catch (RespException e) {
      throw new MissingServer("Redis", address(), e);
    }
  }

  private RespConnection introduced(RespConnection connection) {
    try {
      introduce(connection);
      return connection;
    } catch (RespException e) {
      connection.close();
      throw e;
    }
  }

  private void introduce(RespConnection connection) {
    UserInfo who = UserInfo.of(uri);
    if (!who.password().isEmpty()) {
      if (who.user().isEmpty()) {
        connection.ask("AUTH", who.password());
      } else {
        connection.ask("AUTH", who.user(), who.password());
      }
    }
    String database = uri.getPath().replaceFirst("^/", "");
    if (!database.isEmpty()) {
      connection.ask("SELECT", database);
    }
    connection.ask("PING");
  }

  private int port() {
    return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
  }
}
