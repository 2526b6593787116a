package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.contracts.StoreContentsContract;
import dev.hexlink.contracts.StoreUnderTest;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2StoreContentsTest implements StoreContentsContract {
  @RegisterExtension
  static final TemporaryStore H2 = new TemporaryStore();

  @RegisterExtension
  final WholeStores stores = new WholeStores();

  @Override
  public StoreUnderTest newStore() {
    return stores.newStore();
  }

  @Override
  public Optional<StoreContents> unreachableStoreContents() {
    return Optional.of(new H2StoreContents(H2.closed()));
  }
}
