package dev.hexlink.soak;

import dev.hexlink.contracts.servers.FaultProxy;
import dev.hexlink.contracts.servers.PrivateBroker;
import dev.hexlink.contracts.servers.PrivatePostgres;
import dev.hexlink.contracts.servers.PrivateRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An installation of its own: two instances that redirect and serve the API, two that work, and a Postgres, a Redis and a RabbitMQ, each behind a
 * network that can be cut. Closing it ends all of them and no other process.
 */
final class Fleet implements AutoCloseable {
  private static final String NO_LIMIT = "0";

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final List<Instance> fronts = new ArrayList<>();
  private final List<Instance> workers = new ArrayList<>();
  private final Path folder;
  private final PrivatePostgres postgres;
  private final PrivateRedis redis;
  private final PrivateBroker broker;
  private final FaultProxy toPostgres;
  private final FaultProxy toRedis;
  private final FaultProxy toBroker;

  private Fleet(Path parent) throws IOException {
    this.folder = Files.createTempDirectory(parent, "fleet-");
    try {
      this.postgres = keep(PrivatePostgres::create);
      this.redis = keep(PrivateRedis::create);
      this.broker = keep(PrivateBroker::create);
      this.toPostgres = keep(() -> FaultProxy.before("127.0.0.1", postgres.port()));
      this.toRedis = keep(() -> FaultProxy.before("127.0.0.1", redis.port()));
      this.toBroker = keep(() -> FaultProxy.before("127.0.0.1", broker.port()));
      for (String name : List.of("front-1", "front-2")) {
        fronts.add(instance(name, "redirect,api"));
      }
      for (String name : List.of("worker-1", "worker-2")) {
        workers.add(instance(name, "worker"));
      }
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  /**
   * Starts all of it, and waits until it is ready.
   *
   * @param parent where its instances keep their data, in a folder that is deleted in the end
   */
  static Fleet start(Path parent) throws IOException {
    Fleet fleet = new Fleet(parent);
    try {
      fleet.instances().forEach(Instance::launch);
      fleet.instances().forEach(Instance::awaitReady);
      return fleet;
    } catch (Throwable e) {
      fleet.close();
      throw e;
    }
  }

  List<Instance> fronts() {
    return fronts;
  }

  List<Instance> workers() {
    return workers;
  }

  List<Instance> instances() {
    return Stream.concat(fronts.stream(), workers.stream()).toList();
  }

  PrivatePostgres postgres() {
    return postgres;
  }

  PrivateRedis redis() {
    return redis;
  }

  PrivateBroker broker() {
    return broker;
  }

  FaultProxy toPostgres() {
    return toPostgres;
  }

  FaultProxy toRedis() {
    return toRedis;
  }

  FaultProxy toBroker() {
    return toBroker;
  }

  boolean isReady() {
    return instances().stream().allMatch(Instance::isReady);
  }

  /** The sum of a metric over instances; not a number when one of them does not tell. */
  static double sum(List<Instance> instances, String metric) {
    return instances.stream().mapToDouble(instance -> instance.metric(metric).orElse(Double.NaN)).sum();
  }

  @Override
  public void close() {
    for (AutoCloseable each = opened.poll(); each != null; each = opened.poll()) {
      close(each);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T extends AutoCloseable> T keep(Supplier<T> opening) {
    T one = opening.get();
    opened.push(one);
    return one;
  }

  private Instance instance(String name, String roles) {
    return keep(() -> new Instance(name, folder.resolve(name), settings(roles)));
  }

  private Map<String, String> settings(String roles) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("HEXLINK_ROLES", roles);
    settings.put("HEXLINK_ADAPTERS_LINKS", "postgres");
    settings.put("HEXLINK_ADAPTERS_COUNTER", "postgres");
    settings.put("HEXLINK_ADAPTERS_CACHE", "redis");
    settings.put("HEXLINK_ADAPTERS_LIMITS", "redis");
    settings.put("HEXLINK_ADAPTERS_QUEUE", "rabbitmq");
    settings.put("HEXLINK_POSTGRES_URL", "jdbc:postgresql://" + toPostgres.address() + "/postgres");
    settings.put("HEXLINK_POSTGRES_USER", postgres.user());
    settings.put("HEXLINK_REDIS_URI", "redis://" + toRedis.address());
    settings.put("HEXLINK_RABBITMQ_URI", "amqp://guest:guest@" + toBroker.address());
    settings.put("HEXLINK_LIMITS_CREATES_PER_MINUTE", NO_LIMIT);
    return settings;
  }

  private static void close(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception e) {
      System.err.println("could not end " + each + ": " + e);
    }
  }
}
