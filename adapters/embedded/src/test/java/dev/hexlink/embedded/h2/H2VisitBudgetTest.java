package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.contracts.VisitBudgetContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2VisitBudgetTest implements VisitBudgetContract {
  @RegisterExtension
  static final TemporaryStore H2 = new TemporaryStore();

  @Override
  public VisitBudget visitBudget() {
    return new H2VisitBudget(H2.store());
  }

  @Override
  public Links links() {
    return new H2Links(H2.store(), H2.domains());
  }

  @Override
  public Optional<VisitBudget> unreachableVisitBudget() {
    return Optional.of(new H2VisitBudget(H2.closed()));
  }
}
