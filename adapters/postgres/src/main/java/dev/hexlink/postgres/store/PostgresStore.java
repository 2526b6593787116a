package dev.hexlink.postgres.store;

import dev.hexlink.application.spi.HealthCheck.Health;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Postgres, by pools of connections, one for each kind of work. Whatever is asked is answered or refused in bounded time; what {@link #write} and
 * {@link #writeAtOnce} returned from is committed.
 */
public final class PostgresStore implements AutoCloseable {
  /** The transaction was undone because of others: it can simply be done again. */
  private static final Set<String> UNDONE = Set.of("40001", "40P01", "55P03");
  /** The connection broke, or the server stopped. */
  private static final Set<String> LOST = Set.of("08003", "08006", "57P01", "57P02", "57P03");
  /** Once after a start, and only while the schema is really being changed. */
  private static final Duration LONGEST_WAIT_FOR_SCHEMA = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT_OF_CHECK = Duration.ofSeconds(1);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(25);
  private static final List<Sql> WITHOUT_BOUNDS = List.of(new Sql("set local statement_timeout = 0"),
      new Sql("set local idle_in_transaction_session_timeout = 0"));
  private static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();

  private final Map<Pool, ConnectionPool> pools = new EnumMap<>(Pool.class);
  private final Duration redirectWait;
  private final DataSource owner;
  private final Schema schema;

  /** A store that nothing is asked of before its first use. */
  public PostgresStore(PostgresConfiguration configuration) {
    this(configuration, UnaryOperator.identity());
  }

  /**
   * @param seen through which all connections for work are seen
   */
  PostgresStore(PostgresConfiguration configuration, UnaryOperator<DataSource> seen) {
    for (Pool pool : Pool.values()) {
      Server server = pool == Pool.STATISTICS ? configuration.replica() : configuration.primary();
      pools.put(pool, new ConnectionPool(pool, seen.apply(server.connections()), configuration.longestWait(pool),
          configuration.connections(pool)));
    }
    this.redirectWait = configuration.longestWait(Pool.REDIRECT);
    this.owner = configuration.migration().patientConnections();
    this.schema = new Schema(configuration.primary(), configuration.migration());
  }

  /** Does work that changes nothing; each of its statements sees what was committed before. */
  public <T> T read(Pool pool, Work<T> work, Outage outage) {
    return twiceIfNeeded(pool, work, e -> isUndone(e) || isLost(e), outage);
  }

  /** Does work that is one statement: it is its own transaction, in one round trip. */
  public <T> T writeAtOnce(Pool pool, Work<T> work, Outage outage) {
    return twiceIfNeeded(pool, work, PostgresStore::isUndone, outage);
  }

  /** Does work in one transaction. */
  public <T> T write(Pool pool, Work<T> work, Outage outage) {
    return twiceIfNeeded(pool, connection -> inOneTransaction(connection, work), PostgresStore::isUndone, outage);
  }

  /** Does work on the store as a whole, in one transaction that may take as long as it takes, as the owner of the schema. */
  public <T> T writeWhole(Work<T> work, Outage outage) {
    try (Connection connection = takeAsOwner()) {
      return inOneTransaction(connection, some -> {
        for (Sql setting : WITHOUT_BOUNDS) {
          setting.run(some);
        }
        return work.in(some);
      });
    } catch (SQLException e) {
      throw unanswered(outage, e);
    }
  }

  private Connection takeAsOwner() throws SQLException {
    schema.await(LONGEST_WAIT_FOR_SCHEMA);
    return owner.getConnection();
  }

  /** Whether the store answers, in bounded time. */
  public Health check() {
    try (Connection connection = take(Pool.API, LONGEST_WAIT_OF_CHECK)) {
      new Sql("select 1").first(connection, row -> row.getInt(1));
      return Health.UP;
    } catch (SQLException e) {
      return Health.down(Reason.of(e));
    }
  }

  /** The connection of the work that runs on this thread. */
  static Connection current() throws SQLException {
    if (!CURRENT.isBound()) {
      throw new SQLException("repositories are used inside the store's work alone");
    }
    return CURRENT.get();
  }

  /** Gives all connections back; work that comes later gets no answer. */
  @Override
  public void close() {
    pools.values().forEach(ConnectionPool::close);
  }

  private <T> T twiceIfNeeded(Pool pool, Work<T> work, Predicate<Exception> isWorthAnotherTry, Outage outage) {
    try {
      return once(pool, work, outage);
    } catch (SQLException | DataAccessException e) {
      if (!isWorthAnotherTry.test(e)) {
        throw unanswered(outage, e);
      }
    }
    letOthersPass();
    try {
      return once(pool, work, outage);
    } catch (SQLException | DataAccessException e) {
      throw unanswered(outage, e);
    }
  }

  private <T> T once(Pool pool, Work<T> work, Outage outage) throws SQLException {
    try (Connection connection = taken(pool, outage)) {
      return ScopedValue.where(CURRENT, connection).call(() -> work.in(connection));
    }
  }

  private static <T> T inOneTransaction(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    T result = work.in(connection);
    connection.commit();
    return result;
  }

  private Connection taken(Pool pool, Outage outage) {
    try {
      return take(pool, pool == Pool.REDIRECT ? redirectWait : LONGEST_WAIT_FOR_SCHEMA);
    } catch (SQLException e) {
      throw unanswered(outage, e);
    }
  }

  private Connection take(Pool pool, Duration longestWaitForSchema) throws SQLException {
    schema.await(longestWaitForSchema);
    return poolOf(pool).take();
  }

  private ConnectionPool poolOf(Pool pool) {
    ConnectionPool found = pools.get(pool);
    if (found == null) {
      throw new IllegalStateException("no connections for " + pool);
    }
    return found;
  }

  /** Who tried again at once would be in the way of those it was undone for. */
  private static void letOthersPass() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE.toNanos(), LONGEST_PAUSE.toNanos()));
  }

  private static RuntimeException unanswered(Outage outage, Exception cause) {
    return outage.of("the store did not answer: " + Reason.of(cause), cause);
  }

  private static boolean isUndone(Exception e) {
    return UNDONE.contains(Reason.stateOf(e));
  }

  private static boolean isLost(Exception e) {
    return LOST.contains(Reason.stateOf(e));
  }
}
