package dev.hexlink.postgres;

import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.contracts.HotLinksContract;
import dev.hexlink.contracts.StoreUnderTest;
import dev.hexlink.postgres.store.TemporaryStore;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresHotLinksTest implements HotLinksContract {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @RegisterExtension
  final WholeStores stores = new WholeStores();

  @Override
  public StoreUnderTest newStore() {
    return stores.newStore();
  }

  @Override
  public Optional<HotLinks> unreachableHotLinks() {
    return Optional.of(new PostgresHotLinks(POSTGRES.unreachable()));
  }
}
