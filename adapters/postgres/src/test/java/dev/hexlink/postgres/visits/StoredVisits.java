package dev.hexlink.postgres.visits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.contracts.servers.TestDatabase;
import dev.hexlink.postgres.store.Row;
import dev.hexlink.postgres.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tables of a store hold, past the adapter. */
record StoredVisits(TestDatabase database) {
  private static final String COUNTED = "count(*), count(*) filter (where bot or prefetch)";

  /** Counters and rollups are those of the rows. */
  void areCountedExactly() {
    areTheSame("select link, total, bots from link_stats", "select link, " + COUNTED + " from visits group by link");
    areTheSame("select link, quarter, total, bots from visit_rollups",
        "select link, floor(extract(epoch from at) / 900)::integer, " + COUNTED + " from visits group by 1, 2");
  }

  private void areTheSame(String counters, String rows) {
    assertThat(number("select count(*) from ((" + counters + " except " + rows + ") union all (" + rows + " except "
        + counters + ")) d")).as(counters).isZero();
  }

  long rows() {
    return number("select count(*) from visits");
  }

  List<String> quarantineReasons() {
    return all(row -> row.getString(1), "select reason from quarantined_visits order by utc_day, epoch, seq");
  }

  List<LocalDate> days() {
    return all(row -> row.getObject(1, LocalDate.class), "select day from visit_days order by day");
  }

  long number(String sql, @Nullable Object... parameters) {
    return all(row -> row.getLong(1), sql, parameters).getFirst();
  }

  <T> List<T> all(Row<T> row, String sql, @Nullable Object... parameters) {
    try (Connection connection = database.connect()) {
      return new Sql(sql).all(connection, row, parameters);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  void change(String sql, @Nullable Object... parameters) {
    try (Connection connection = database.connect()) {
      new Sql(sql).run(connection, parameters);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
