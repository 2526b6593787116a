package dev.hexlink.soak;

import dev.hexlink.contracts.servers.FaultProxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/** All that can happen to a fleet, each once: which instance it happens to is drawn. */
final class Mishaps {
  private static final int MOST_BYTES_BEFORE_A_CUT = 4_000;
  private static final String END_ONE = "select pg_terminate_backend(pid) from pg_stat_activity"
      + " where backend_type = 'client backend' and pid <> pg_backend_pid() order by state <> 'active', random() limit 1";

  private final Fleet fleet;
  private final Random random;

  Mishaps(Fleet fleet, Random random) {
    this.fleet = fleet;
    this.random = random;
  }

  List<Mishap> all() {
    Instance killedFront = one(fleet.fronts());
    Instance killedWorker = one(fleet.workers());
    Instance stoppedFront = one(fleet.fronts());
    Instance stoppedWorker = one(fleet.workers());
    return List.of(
        Mishap.of(killedFront.name() + " is killed", killedFront::kill, killedFront::launch),
        Mishap.of(killedWorker.name() + " is killed", killedWorker::kill, killedWorker::launch),
        Mishap.of("RabbitMQ is killed", () -> fleet.broker().kill(), () -> fleet.broker().start()),
        Mishap.of("Redis is killed", () -> fleet.redis().kill(), () -> fleet.redis().start()),
        Mishap.of("Postgres is killed", () -> fleet.postgres().kill(), () -> fleet.postgres().start()),
        Mishap.of(stoppedFront.name() + " is stopped", stoppedFront::pause, stoppedFront::resume),
        Mishap.of(stoppedWorker.name() + " is stopped", stoppedWorker::pause, stoppedWorker::resume),
        Mishap.of("RabbitMQ is stopped", () -> fleet.broker().pause(), () -> fleet.broker().resume()),
        Mishap.of("Redis is stopped", () -> fleet.redis().pause(), () -> fleet.redis().resume()),
        Mishap.of("Postgres is stopped", () -> fleet.postgres().pause(), () -> fleet.postgres().resume()),
        Mishap.of("RabbitMQ has no memory left", () -> fleet.broker().raiseMemoryAlarm(),
            () -> fleet.broker().clearMemoryAlarm()),
        Mishap.of("Redis is emptied", () -> fleet.redis().flushAll(), () -> {}),
        new Mishap("Postgres ends connections", () -> {}, this::endOneConnection, () -> {}),
        cut("Postgres", fleet.toPostgres()),
        cut("Redis", fleet.toRedis()),
        cut("RabbitMQ", fleet.toBroker()));
  }

  /** Breaks one connection after the other in the middle of what it carries, then all of them, and lets nobody in for a moment. */
  private Mishap cut(String server, FaultProxy proxy) {
    return new Mishap("connections to " + server + " break", () -> {}, () -> {
      proxy.cutAfter(random.nextInt(MOST_BYTES_BEFORE_A_CUT));
      proxy.cutAfterFromServer(random.nextInt(MOST_BYTES_BEFORE_A_CUT));
    }, () -> {
      proxy.cut();
      proxy.restore();
    });
  }

  private void endOneConnection() {
    try (Connection connection = fleet.postgres().connect(); Statement statement = connection.createStatement()) {
      statement.execute(END_ONE);
    } catch (SQLException e) {
      throw new IllegalStateException("Postgres does not let connections be ended", e);
    }
  }

  private Instance one(List<Instance> instances) {
    return instances.get(random.nextInt(instances.size()));
  }
}
