package dev.hexlink.postgres.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.contracts.Race;
import dev.hexlink.contracts.servers.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresStoreTest {
  private static final Sql DOMAINS = new Sql("select count(*) from domains");
  private static final Sql SLEEP = new Sql("select 1 from (select pg_sleep(?)) s");
  private static final Sql ADD = new Sql("insert into numbers (number) values (?)");
  private static final Sql COUNT = new Sql("select count(*) from numbers where number = ?");
  private static final Sql TOUCH = new Sql("update numbers set number = number where number = ?");

  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @BeforeAll
  static void createTable() {
    POSTGRES.store().write(Pool.API, connection -> new Sql("create table numbers (number integer primary key)")
        .run(connection), LinksUnavailable::new);
  }

  @Test
  void instancesThatStartAtOnceMakeOneSchema() {
    TestDatabase database = POSTGRES.newDatabase();
    List<Long> counts = Race.of(8, _ -> ask(POSTGRES.storeIn(database), Pool.API, DOMAINS));
    assertThat(counts).hasSize(8).containsOnly(1L);
  }

  @Test
  void whatIsWrittenIsCommittedTogetherOrNotAtAll() {
    PostgresStore store = POSTGRES.store();
    assertThatThrownBy(() -> store.write(Pool.API, connection -> {
      ADD.run(connection, 1);
      throw new UnsupportedOperationException("on purpose");
    }, LinksUnavailable::new)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> store.write(Pool.API, connection -> ADD.run(connection, 1) + ADD.run(connection, 1),
        LinksUnavailable::new)).isInstanceOf(LinksUnavailable.class);
    assertThat(ask(store, Pool.API, COUNT, 1)).isZero();
    store.write(Pool.API, connection -> ADD.run(connection, 1) + ADD.run(connection, 2), LinksUnavailable::new);
    store.writeAtOnce(Pool.API, connection -> ADD.run(connection, 3), LinksUnavailable::new);
    assertThat(List.of(1, 2, 3)).allSatisfy(number -> assertThat(ask(store, Pool.API, COUNT, number)).isEqualTo(1));
  }

  @Test
  void transactionsThatWaitForEachOtherAreDoneAgain() {
    PostgresStore store = POSTGRES.store();
    store.write(Pool.API, connection -> ADD.run(connection, 11) + ADD.run(connection, 12), LinksUnavailable::new);
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    CountDownLatch oneIsThrough = new CountDownLatch(1);
    AtomicInteger tries = new AtomicInteger();
    assertThat(Race.of(2, i -> {
      int touched = store.write(Pool.API, connection -> {
        boolean isFirstTry = tries.incrementAndGet() <= 2;
        if (!isFirstTry) {
          await(oneIsThrough);
        }
        TOUCH.run(connection, 11 + i);
        if (isFirstTry) {
          await(bothHoldOne);
        }
        return TOUCH.run(connection, 12 - i);
      }, LinksUnavailable::new);
      oneIsThrough.countDown();
      return touched;
    })).containsExactly(1, 1);
    assertThat(tries).hasValue(3);
  }

  @Test
  void aStatementThatTakesTooLongIsGivenUp() {
    PostgresStore store = POSTGRES.store();
    long begin = System.nanoTime();
    assertThatThrownBy(() -> ask(store, Pool.API, SLEEP, 60)).isInstanceOf(LinksUnavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertThat(ask(store, Pool.API, DOMAINS)).isEqualTo(1);
  }

  @Test
  void noKindOfWorkUsesUpTheConnectionsOfAnother() throws InterruptedException {
    PostgresStore store = POSTGRES.another();
    int connections = POSTGRES.configuration().statisticsConnections();
    CountDownLatch held = new CountDownLatch(connections);
    CountDownLatch done = new CountDownLatch(1);
    List<Thread> holders = IntStream.range(0, connections)
        .mapToObj(_ -> Thread.startVirtualThread(() -> store.read(Pool.STATISTICS, connection -> {
          held.countDown();
          return await(done);
        }, LinksUnavailable::new))).toList();
    assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> ask(store, Pool.STATISTICS, DOMAINS)).isInstanceOf(LinksUnavailable.class)
        .hasMessageContaining("statistics");
    for (Pool pool : List.of(Pool.REDIRECT, Pool.API, Pool.WORKER)) {
      assertThat(ask(store, pool, DOMAINS)).isEqualTo(1);
    }
    done.countDown();
    for (Thread holder : holders) {
      holder.join();
    }
  }

  @Test
  void statisticsAreReadFromTheReplica() {
    TestDatabase replica = POSTGRES.newDatabase();
    TestDatabase primary = POSTGRES.database();
    PostgresStore store = POSTGRES.opened(new PostgresConfiguration(primary.url(), primary.user(), primary.password(),
        null, null, null, replica.url(), Duration.ofSeconds(5), 1, 1, 1, 1));
    Sql where = new Sql("select current_database()");
    for (Pool pool : Pool.values()) {
      String database = store.read(pool,
          connection -> where.first(connection, row -> row.getString(1)).orElseThrow(), LinksUnavailable::new);
      assertThat(database)
          .isEqualTo(pool == Pool.STATISTICS ? replica.name() : primary.name());
    }
  }

  @Test
  void aClosedStoreGivesNoAnswer() {
    PostgresStore store = POSTGRES.another();
    assertThat(ask(store, Pool.API, DOMAINS)).isEqualTo(1);
    store.close();
    for (Pool pool : Pool.values()) {
      assertThatThrownBy(() -> ask(store, pool, DOMAINS)).isInstanceOf(LinksUnavailable.class);
    }
    assertThat(store.check().up()).isFalse();
  }

  private static long ask(PostgresStore store, Pool pool, Sql sql, Object... parameters) {
    return store.read(pool, connection -> sql.first(connection, row -> row.getLong(1), parameters).orElseThrow(),
        LinksUnavailable::new);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
