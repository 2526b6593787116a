package dev.hexlink.bootstrap.endtoend;

import dev.hexlink.contracts.servers.TestBroker;
import dev.hexlink.contracts.servers.TestDatabase;
import dev.hexlink.contracts.servers.TestRedis;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Adapters that a server is started with, each on a part of its own of the servers that stand ready. */
final class Mix implements AutoCloseable {
  private final Map<String, String> settings = new HashMap<>();
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private Mix() {}

  /** No server at all. */
  static Mix embedded() {
    return new Mix();
  }

  /** Links in the store, visits to the workers through the broker, the rest in Redis; as the environment of that name chooses. */
  static Mix distributed() {
    return new Mix().set("MICRONAUT_ENVIRONMENTS", "distributed").withPostgres().withRedis().withRabbitmq();
  }

  /** Links in the store and nothing else outside the process. */
  static Mix postgresAlone() {
    return new Mix().withPostgres().choose("links", "postgres").choose("counter", "postgres");
  }

  /** Links in the store, everything that may forget in Redis, and the counter too. */
  static Mix postgresAndRedis() {
    return new Mix().withPostgres().withRedis().choose("links", "postgres").choose("cache", "redis")
        .choose("limits", "redis").choose("counter", "redis");
  }

  /** Links in the process's own store, what may be forgotten in Redis, the counter too, and visits sent through the broker. */
  static Mix redisAndRabbitmq() {
    return new Mix().withRedis().withRabbitmq().choose("cache", "redis").choose("limits", "redis")
        .choose("counter", "redis").choose("queue", "rabbitmq");
  }

  Map<String, String> settings() {
    return settings;
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }

  private Mix withPostgres() {
    TestDatabase database = TestDatabase.create();
    parts.push(database);
    return set("HEXLINK_POSTGRES_URL", database.url()).set("HEXLINK_POSTGRES_USER", database.user())
        .set("HEXLINK_POSTGRES_PASSWORD", database.password());
  }

  private Mix withRedis() {
    TestRedis redis = TestRedis.create();
    parts.push(redis);
    return set("HEXLINK_REDIS_URI", redis.uri()).set("HEXLINK_REDIS_KEY_PREFIX", redis.prefix());
  }

  private Mix withRabbitmq() {
    TestBroker broker = TestBroker.create();
    parts.push(broker);
    return set("HEXLINK_RABBITMQ_URI", broker.uri());
  }

  private Mix choose(String port, String adapter) {
    return set("HEXLINK_ADAPTERS_" + port.toUpperCase(Locale.ROOT), adapter);
  }

  private Mix set(String variable, String value) {
    settings.put(variable, value);
    return this;
  }
}
