package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.contracts.VisitsContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2VisitsTest implements VisitsContract {
  @RegisterExtension
  static final TemporaryStore H2 = new TemporaryStore();

  @Override
  public Visits visits() {
    return new H2Visits(H2.store());
  }

  @Override
  public Links links() {
    return new H2Links(H2.store(), H2.domains());
  }

  @Override
  public Optional<Visits> unreachableVisits() {
    return Optional.of(new H2Visits(H2.closed()));
  }
}
