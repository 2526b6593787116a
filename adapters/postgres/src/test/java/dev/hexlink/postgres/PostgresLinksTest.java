package dev.hexlink.postgres;

import dev.hexlink.application.spi.Links;
import dev.hexlink.contracts.LinksContract;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.TemporaryStore;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresLinksTest implements LinksContract {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @Override
  public Links links() {
    return on(POSTGRES.store());
  }

  @Override
  public Optional<Links> unreachableLinks() {
    return Optional.of(on(POSTGRES.unreachable()));
  }

  private static Links on(PostgresStore store) {
    return new PostgresLinks(store, new Domains(store));
  }
}
