package dev.hexlink.postgres.store;

import dev.hexlink.application.spi.HealthCheck.Health;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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
  private static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();

  private final Map<Pool, ConnectionPool> pools = new EnumMap<>(Pool.class);
  private final Duration redirectWait;
  private final Schema schema;

  /** A store that nothing is asked of before its first use. */
  public PostgresStore(PostgresConfiguration configuration) {
    for (Pool pool : Pool.values()) {
      Server server = pool == Pool.STATISTICS ? configuration.replica() : configuration.primary();
      pools.put(pool, new ConnectionPool(pool, server.connections(), configuration.longestWait(pool),
          configuration.connections(pool)));
    }
    this.redirectWait = configuration.longestWait(Pool.REDIRECT);
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
