package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.WorkerNumbers;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The worker numbers on loan, in the H2 file. A number that was never lent goes first, then the one that came back longest ago. */
@Singleton
@Named("h2")
final class H2WorkerNumbers implements WorkerNumbers {
  private static final int NUMBERS = 1_024;
  private static final Sql OWN = new Sql("select number, lent_from, lent_until from worker_leases where holder = ?");
  private static final Sql LENGTHEN = new Sql("update worker_leases set lent_until = ? where number = ?");
  private static final Sql USED = new Sql("select count(*) from worker_leases");
  private static final Sql LEND_NEW = new Sql(
      "insert into worker_leases (number, holder, lent_from, lent_until) values (?, ?, ?, ?)");
  private static final Sql LONGEST_ENDED = new Sql("select number, lent_from, lent_until from worker_leases "
      + "where lent_until <= ? order by lent_until, number fetch first 1 row only");
  private static final Sql LEND_AGAIN = new Sql(
      "update worker_leases set holder = ?, lent_from = ?, lent_until = ? where number = ?");

  private final H2Store store;

  H2WorkerNumbers(H2Store store) {
    this.store = store;
  }

  @Override
  public Loan borrow(String holder, Instant now, Duration length) {
    return store.write(connection -> {
      Optional<Loan> own = OWN.first(connection, H2WorkerNumbers::read, holder);
      return own.isPresent()
          ? lengthened(connection, own.get(), now.plus(length))
          : lent(connection, holder, now, now.plus(length));
    }, CodeCounterUnavailable::new);
  }

  private static Loan lengthened(Connection connection, Loan own, Instant wished) throws SQLException {
    Instant until = wished.isAfter(own.until()) ? wished : own.until();
    LENGTHEN.run(connection, until, own.number());
    return new Loan(own.number(), own.from(), until);
  }

  /** Numbers are lent from 0 up without gaps, so the count of those that were ever lent is the next new one. */
  private static Loan lent(Connection connection, String holder, Instant now, Instant until) throws SQLException {
    int used = USED.first(connection, row -> row.getInt(1)).orElse(0);
    if (used < NUMBERS) {
      LEND_NEW.run(connection, used, holder, now, until);
      return new Loan(used, now, until);
    }
    Loan ended = LONGEST_ENDED.first(connection, H2WorkerNumbers::read, now)
        .orElseThrow(() -> new CodeCounterUnavailable("all " + NUMBERS + " worker numbers are on loan"));
    LEND_AGAIN.run(connection, holder, now, until, ended.number());
    return new Loan(ended.number(), now, until);
  }

  private static Loan read(ResultSet row) throws SQLException {
    return new Loan(row.getInt(1), row.getObject(2, Instant.class), row.getObject(3, Instant.class));
  }
}
