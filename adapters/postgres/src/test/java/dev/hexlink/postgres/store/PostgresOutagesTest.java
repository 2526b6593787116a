package dev.hexlink.postgres.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.HealthCheck.Health;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.contracts.servers.PrivatePostgres;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the store while its server is away, frozen, or comes back; with a server of its own. */
@Tag("server")
class PostgresOutagesTest {
  private static final Sql DOMAINS = new Sql("select count(*) from domains");
  private static final Duration BOUND = Duration.ofSeconds(12);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PrivatePostgres server = PrivatePostgres.create();
  private final PostgresStore store = new PostgresStore(
      TemporaryStore.configuration(server.url(), server.user(), server.password()));

  @BeforeEach
  void makeSchema() {
    assertThat(ask()).isEqualTo(1);
  }

  @AfterEach
  void end() {
    store.close();
    server.close();
  }

  @Test
  void aServerThatComesLaterIsUsedThen() {
    server.kill();
    try (PostgresStore early = new PostgresStore(
        TemporaryStore.configuration(server.url(), server.user(), server.password()))) {
      isSaidInTime(early);
      assertThat(early.check().up()).isFalse();
      server.start();
      await().atMost(PATIENCE).ignoreExceptions().until(() -> ask(early) == 1);
      assertThat(early.check()).isEqualTo(Health.UP);
    }
  }

  @Test
  void aRestartIsOver() {
    server.kill();
    isSaidInTime(store);
    server.start();
    await().atMost(PATIENCE).ignoreExceptions().until(() -> ask() == 1);
  }

  @Test
  void connectionsThatDiedMeanwhileDoNotFailAReader() {
    assertThat(ask()).isEqualTo(1);
    server.kill();
    server.start();
    assertThat(ask()).isEqualTo(1);
  }

  @Test
  void aFrozenServerIsGivenUpInTime() {
    server.pause();
    isSaidInTime(store);
    assertThat(store.check().up()).isFalse();
    server.resume();
    await().atMost(PATIENCE).ignoreExceptions().until(() -> ask() == 1);
  }

  private static void isSaidInTime(PostgresStore some) {
    for (Pool pool : Pool.values()) {
      long begin = System.nanoTime();
      assertThatThrownBy(() -> ask(some, pool)).isInstanceOf(LinksUnavailable.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("%s", pool).isLessThan(BOUND);
    }
  }

  private long ask() {
    return ask(store);
  }

  private static long ask(PostgresStore some) {
    return ask(some, Pool.API);
  }

  private static long ask(PostgresStore some, Pool pool) {
    return some.read(pool, connection -> DOMAINS.first(connection, row -> row.getLong(1)).orElseThrow(),
        LinksUnavailable::new);
  }
}
