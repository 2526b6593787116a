package dev.hexlink.postgres;

import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.contracts.VisitBudgetContract;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.TemporaryStore;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresVisitBudgetTest implements VisitBudgetContract {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @Override
  public VisitBudget visitBudget() {
    return on(POSTGRES.store());
  }

  @Override
  public Links links() {
    PostgresStore store = POSTGRES.store();
    return new PostgresLinks(store, new Domains(store));
  }

  @Override
  public Optional<VisitBudget> unreachableVisitBudget() {
    return Optional.of(on(POSTGRES.unreachable()));
  }

  private static VisitBudget on(PostgresStore store) {
    return new PostgresVisitBudget(store);
  }
}
