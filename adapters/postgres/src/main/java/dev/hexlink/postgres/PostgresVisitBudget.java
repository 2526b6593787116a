package dev.hexlink.postgres;

import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.VisitBudgetUnavailable;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.StoreChoice;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What was taken out of each link's budget: one statement takes and tells, so nobody comes between. */
@Singleton
@Named(StoreChoice.POSTGRES)
final class PostgresVisitBudget implements VisitBudget {
  /** A budget that is used up is left alone. */
  private static final Sql TAKE = new Sql(
      "insert into visit_budgets as b (link, taken, granted) select ?, first, first from (values (?)) v (first) "
          + "on conflict (link) do update set granted = least(? - b.taken, ?), taken = b.taken + least(? - b.taken, ?) "
          + "where b.taken < ? returning granted");

  private final PostgresStore store;

  PostgresVisitBudget(PostgresStore store) {
    this.store = store;
  }

  @Override
  public int take(LinkId link, long allowed, int units) {
    long first = Math.min(allowed, units);
    return store.writeAtOnce(Pool.REDIRECT, connection -> TAKE.first(connection, row -> row.getInt(1), link.value(),
        first, allowed, units, allowed, units, allowed), VisitBudgetUnavailable::new).orElse(0);
  }
}
