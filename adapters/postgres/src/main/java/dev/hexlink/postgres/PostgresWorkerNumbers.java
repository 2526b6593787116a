package dev.hexlink.postgres;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.WorkerNumbers;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.StoreChoice;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The worker numbers on loan, a row each. A number that was never lent goes first, then the one that came back longest ago; a row that somebody else
 * is just taking is passed over.
 */
@Singleton
@Named(StoreChoice.POSTGRES)
final class PostgresWorkerNumbers implements WorkerNumbers {
  private static final Sql LENGTHEN = new Sql("update worker_leases set lent_until = greatest(lent_until, ?) "
      + "where holder = ? returning number, lent_from, lent_until");
  private static final Sql LEND = new Sql(
      """
          update worker_leases set holder = ?, lent_from = ?, lent_until = ?
          where number = (
            select number from worker_leases where lent_until <= ? order by lent_until, number limit 1 for update skip locked)
          returning number, lent_from, lent_until""");

  private final PostgresStore store;

  PostgresWorkerNumbers(PostgresStore store) {
    this.store = store;
  }

  /** The store rounds times that are finer than it keeps, so that an end would not be where it was said to be: whole milliseconds are kept. */
  @Override
  public Loan borrow(String holder, Instant now, Duration length) {
    Instant from = now.truncatedTo(MILLIS);
    Instant until = from.plus(length).truncatedTo(MILLIS);
    return loan(LENGTHEN, until, holder).or(() -> loan(LEND, holder, from, until, from))
        .orElseThrow(() -> new CodeCounterUnavailable("all worker numbers are on loan"));
  }

  private Optional<Loan> loan(Sql sql, Object... parameters) {
    return store.writeAtOnce(Pool.API, connection -> sql.first(connection, PostgresWorkerNumbers::read, parameters),
        CodeCounterUnavailable::new);
  }

  private static Loan read(ResultSet row) throws SQLException {
    return new Loan(row.getInt("number"), Sql.momentIn(row, "lent_from"), Sql.momentIn(row, "lent_until"));
  }
}
