package dev.hexlink.postgres.visits;

import static java.util.Objects.requireNonNull;

import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The forgetting of visits: with one commit they are neither shown nor stored any more; then they are removed, little by little, so that others get
 * their turns. What a stopped process has left is removed by the next that forgets anything.
 */
final class VisitForgetting {
  private static final int MOST_ROWS_AT_ONCE = 5_000;
  private static final int TRIES = 5;
  private static final Duration REST = Duration.ofMillis(250);
  private static final Sql PURGE = new Sql("select purge_visits(?, ?)");
  private static final Sql KEEP_FROM = new Sql("select keep_visits_from(?)");
  private static final Sql DAYS_BEFORE = new Sql("select day from visit_days where day < ? order by day");
  private static final Sql DROP_DAY = new Sql("select drop_visit_day(?) as dropped");
  private static final Sql DROP_QUARANTINED = new Sql("delete from quarantined_visits where ctid = any(array("
      + "select ctid from quarantined_visits where utc_day < ? limit " + MOST_ROWS_AT_ONCE + "))");
  private static final Sql TO_SWEEP = new Sql("select p.link, coalesce(l.number, 0) as number, p.before "
      + "from link_purges p left join links l on l.id = p.link where not p.swept");
  private static final Sql SWEEP_DAY = new Sql("delete from visits v where v.utc_day = ? and v.ctid = any(array("
      + "select o.ctid from visits o where o.utc_day = ? and o.link = ? and o.at < ? limit " + MOST_ROWS_AT_ONCE
      + "))");
  private static final Sql SWEEP_QUARANTINED = new Sql("delete from quarantined_visits where ctid = any(array("
      + "select ctid from quarantined_visits where link = ? and at < ? limit " + MOST_ROWS_AT_ONCE + "))");
  private static final Sql SWEPT = new Sql("update link_purges set swept = true where link = ? and before = ?");

  private final PostgresStore store;

  VisitForgetting(PostgresStore store) {
    this.store = store;
  }

  /**
   * @param number the link's number; 0 when the link is not known
   */
  private record Purge(UUID link, long number, Instant before) {}

  void purge(LinkId link, Instant before) {
    Instant moment = Moments.notBefore(before);
    write(connection -> PURGE.finds(connection, link.value(), moment));
    sweep();
  }

  void dropBefore(LocalDate day) {
    write(connection -> KEEP_FROM.finds(connection, day));
    daysBefore(day).forEach(this::drop);
    removeAll(connection -> DROP_QUARANTINED.run(connection, day));
    sweep();
  }

  /** A day that others do not let go of is left to the next time. */
  private void drop(LocalDate day) {
    for (int tries = 0; tries < TRIES; tries++) {
      if (write(connection -> DROP_DAY.first(connection, row -> row.getBoolean("dropped"), day)).orElse(false)) {
        return;
      }
      LockSupport.parkNanos(REST.toNanos());
    }
  }

  private void sweep() {
    List<Purge> purges = read(connection -> TO_SWEEP.all(connection,
        row -> new Purge(row.getObject("link", UUID.class), row.getLong("number"),
            requireNonNull(Sql.instantIn(row, "before")))));
    purges.forEach(this::sweep);
  }

  private void sweep(Purge purge) {
    for (LocalDate day : daysBefore(Moments.dayOf(purge.before()).plusDays(1))) {
      removeAll(connection -> SWEEP_DAY.run(connection, day, day, purge.number(), purge.before()));
    }
    removeAll(connection -> SWEEP_QUARANTINED.run(connection, purge.link(), purge.before()));
    write(connection -> SWEPT.run(connection, purge.link(), purge.before()));
  }

  private List<LocalDate> daysBefore(LocalDate day) {
    return read(connection -> DAYS_BEFORE.all(connection, row -> row.getObject("day", LocalDate.class), day));
  }

  private void removeAll(Work<Integer> removal) {
    int removed;
    do {
      removed = write(removal);
    } while (removed == MOST_ROWS_AT_ONCE);
  }

  private <T> T read(Work<T> work) {
    return store.read(Pool.WORKER, work, VisitsUnavailable::new);
  }

  private <T> T write(Work<T> work) {
    return store.writeAtOnce(Pool.WORKER, work, VisitsUnavailable::new);
  }
}
