package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.VisitBudgetUnavailable;
import dev.hexlink.domain.link.LinkId;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What was taken out of each link's budget, in the H2 file. */
@Singleton
@Named("h2")
final class H2VisitBudget implements VisitBudget {
  private static final Sql TAKEN = new Sql("select taken from visit_budgets where link = ?");
  private static final Sql TAKE = new Sql("update visit_budgets set taken = taken + ? where link = ?");
  private static final Sql BEGIN = new Sql("insert into visit_budgets (taken, link) values (?, ?)");

  private final H2Store store;

  H2VisitBudget(H2Store store) {
    this.store = store;
  }

  @Override
  public int take(LinkId link, long allowed, int units) {
    return store.write(connection -> {
      long taken = TAKEN.first(connection, row -> row.getLong(1), link.value()).orElse(0L);
      int granted = Math.clamp(allowed - taken, 0, units);
      if (granted > 0 && TAKE.run(connection, granted, link.value()) == 0) {
        BEGIN.run(connection, granted, link.value());
      }
      return granted;
    }, VisitBudgetUnavailable::new);
  }
}
