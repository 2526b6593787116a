package dev.hexlink.postgres.visits;

import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.contracts.VisitsContract;
import dev.hexlink.postgres.StoreLinks;
import dev.hexlink.postgres.store.TemporaryStore;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresVisitsTest implements VisitsContract {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @Override
  public Visits visits() {
    return new PostgresVisits(POSTGRES.store());
  }

  @Override
  public Links links() {
    return StoreLinks.of(POSTGRES.store());
  }

  @Override
  public Optional<Visits> unreachableVisits() {
    return Optional.of(new PostgresVisits(POSTGRES.unreachable()));
  }
}
