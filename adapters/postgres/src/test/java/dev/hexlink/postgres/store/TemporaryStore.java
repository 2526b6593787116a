package dev.hexlink.postgres.store;

import static java.util.Objects.requireNonNull;

import dev.hexlink.contracts.servers.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A store in a database of its own, opened once for a test class. */
public final class TemporaryStore implements BeforeAllCallback, AfterAllCallback {
  private static final String NOBODY_LISTENS = "jdbc:postgresql://127.0.0.1:1/hexlink";

  private final List<TestDatabase> databases = new ArrayList<>();
  private final List<PostgresStore> stores = new ArrayList<>();
  private @Nullable TestDatabase database;
  private @Nullable PostgresStore store;

  public PostgresStore store() {
    return requireNonNull(store);
  }

  public TestDatabase database() {
    return requireNonNull(database);
  }

  /** Another store, in which nothing is kept yet. */
  public PostgresStore another() {
    return storeIn(newDatabase());
  }

  /** Another instance on a database. */
  public PostgresStore storeIn(TestDatabase some) {
    return opened(configuration(some.url(), some.user(), some.password()));
  }

  public TestDatabase newDatabase() {
    TestDatabase created = TestDatabase.create();
    databases.add(created);
    return created;
  }

  /** A store whose server cannot be reached. */
  public PostgresStore unreachable() {
    return opened(configuration(NOBODY_LISTENS, "nobody", "none"));
  }

  public static PostgresConfiguration configuration(String url, String user, String password) {
    return new PostgresConfiguration(url, user, password, null, null, null, null, 4, 4, 4, 2);
  }

  private PostgresStore opened(PostgresConfiguration configuration) {
    PostgresStore opened = new PostgresStore(configuration);
    stores.add(opened);
    return opened;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    TestDatabase created = newDatabase();
    database = created;
    store = storeIn(created);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stores.forEach(PostgresStore::close);
    databases.forEach(TestDatabase::close);
  }
}
