package dev.hexlink.contracts.servers;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A key prefix of the test's own on the Redis that stands ready; every key under it is deleted when it is closed. */
public final class TestRedis implements AutoCloseable {
  private static final AtomicBoolean TIDIED = new AtomicBoolean();

  private final RedisServer server;
  private final String prefix = TestName.fresh() + ":";

  private TestRedis(RedisServer server) {
    this.server = server;
  }

  /**
   * @throws MissingServer if there is no Redis
   */
  public static TestRedis create() {
    RedisServer server = RedisServer.ofEnvironment();
    if (!TIDIED.getAndSet(true)) {
      removeLeftOvers(server);
    }
    return createOn(server);
  }

  static TestRedis createOn(RedisServer server) {
    server.connect().close();
    return new TestRedis(server);
  }

  public String uri() {
    return server.uri().toString();
  }

  /** What each of its keys begins with, a colon at its end. */
  public String prefix() {
    return prefix;
  }

  /** The keys under the prefix, with it. */
  public List<String> keys() {
    try (RespConnection connection = server.connect()) {
      return connection.keys(prefix + "*");
    }
  }

  @Override
  public void close() {
    try (RespConnection connection = server.connect()) {
      connection.delete(prefix + "*");
    }
  }

  /** Deletes what runs that were killed left there more than a day ago. */
  static void removeLeftOvers(RedisServer server) {
    try (RespConnection connection = server.connect()) {
      connection.deleteAll(connection.keys(TestName.START + "*").stream().filter(TestName::isLeftOver).toList());
    }
  }
}
