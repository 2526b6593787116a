package dev.hexlink.postgres;

import static java.util.Objects.requireNonNull;

import dev.hexlink.application.spi.Links;
import dev.hexlink.contracts.LinksContract;
import dev.hexlink.contracts.servers.PrivatePooler;
import dev.hexlink.postgres.store.PostgresConfiguration;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.TemporaryStore;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No statement relies on what another has left in its session: PgBouncer lends sessions by the transaction. */
@Tag("server")
class LinksThroughPoolerTest implements LinksContract {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  private static final Duration A_WHILE = Duration.ofSeconds(5);
  /** Whoever races waits in the pooler, which lends few connections to many. */
  private static final int MANY = 64;

  private static @Nullable PrivatePooler pooler;
  private static @Nullable PostgresStore store;

  @BeforeAll
  static void start() {
    PrivatePooler started = PrivatePooler.before(POSTGRES.database().url(), POSTGRES.database().user(),
        POSTGRES.database().password());
    pooler = started;
    store = new PostgresStore(new PostgresConfiguration(started.url(), "anybody", "", null, null, null, null, A_WHILE,
        MANY, MANY, 4, 2));
  }

  @AfterAll
  static void stop() {
    requireNonNull(store).close();
    requireNonNull(pooler).close();
  }

  @Override
  public Links links() {
    return on(requireNonNull(store));
  }

  @Override
  public Optional<Links> unreachableLinks() {
    return Optional.of(on(POSTGRES.unreachable()));
  }

  private static Links on(PostgresStore some) {
    return new PostgresLinks(some, new Domains(some));
  }
}
