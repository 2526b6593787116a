package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.contracts.HotLinksContract;
import dev.hexlink.contracts.StoreUnderTest;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2HotLinksTest implements HotLinksContract {
  @RegisterExtension
  static final TemporaryStore H2 = new TemporaryStore();

  @RegisterExtension
  final WholeStores stores = new WholeStores();

  @Override
  public StoreUnderTest newStore() {
    return stores.newStore();
  }

  @Override
  public Optional<HotLinks> unreachableHotLinks() {
    return Optional.of(new H2HotLinks(H2.closed()));
  }
}
