package dev.hexlink.postgres.store;

import static java.util.Objects.requireNonNull;

import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.contracts.servers.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A store in a database of its own, opened by several instances for a test class; and further stores for one test. */
public final class TemporaryStore implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final String NOBODY_LISTENS = "jdbc:postgresql://127.0.0.1:1/hexlink";
  private static final int INSTANCES = 2;
  private static final Duration WITHOUT_HURRY = Duration.ofSeconds(5);

  private final AtomicInteger turn = new AtomicInteger();
  private final List<PostgresStore> instances = new ArrayList<>();
  private final List<TestDatabase> furtherDatabases = new ArrayList<>();
  private final List<PostgresStore> furtherStores = new ArrayList<>();
  private @Nullable TestDatabase database;

  /** One instance after the other, all on the same database. */
  public PostgresStore store() {
    return instances.get(Math.floorMod(turn.getAndIncrement(), INSTANCES));
  }

  public TestDatabase database() {
    return requireNonNull(database);
  }

  /** How an application is told of the store. */
  public Map<String, Object> properties() {
    return properties(database());
  }

  /** How an application is told of the store in a database. */
  public static Map<String, Object> properties(TestDatabase database) {
    return Map.of("hexlink.adapters.links", "postgres", "hexlink.postgres.url", database.url(),
        "hexlink.postgres.user", database.user(), "hexlink.postgres.password", database.password());
  }

  PostgresConfiguration configuration() {
    return configuration(database().url(), database().user(), database().password());
  }

  /** Another store, in which nothing is kept yet; for the running test. */
  public PostgresStore another() {
    return storeIn(newDatabase());
  }

  /** Another instance on a database; for the running test. */
  public PostgresStore storeIn(TestDatabase some) {
    return opened(configuration(some.url(), some.user(), some.password()));
  }

  public TestDatabase newDatabase() {
    TestDatabase created = TestDatabase.create();
    furtherDatabases.add(created);
    return created;
  }

  /** A store whose server cannot be reached. */
  public PostgresStore unreachable() {
    return opened(configuration(NOBODY_LISTENS, "nobody", "none"));
  }

  /** A store that is closed after the running test. */
  public PostgresStore opened(PostgresConfiguration configuration) {
    PostgresStore opened = new PostgresStore(configuration);
    synchronized (furtherStores) {
      furtherStores.add(opened);
    }
    return opened;
  }

  public static PostgresConfiguration configuration(String url, String user, String password) {
    return new PostgresConfiguration(url, user, password, null, null, null, null, WITHOUT_HURRY, 4, 12, 4, 2);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    TestDatabase created = TestDatabase.create();
    database = created;
    for (int i = 0; i < INSTANCES; i++) {
      PostgresStore instance = new PostgresStore(configuration(created.url(), created.user(), created.password()));
      instance.read(Pool.API, connection -> new Sql("select 1").finds(connection), LinksUnavailable::new);
      instances.add(instance);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    furtherStores.forEach(PostgresStore::close);
    furtherStores.clear();
    furtherDatabases.forEach(TestDatabase::close);
    furtherDatabases.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    instances.forEach(PostgresStore::close);
    database().close();
  }
}
