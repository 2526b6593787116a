package dev.hexlink.postgres;

import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.contracts.StoreContentsContract;
import dev.hexlink.contracts.StoreUnderTest;
import dev.hexlink.postgres.store.TemporaryStore;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresStoreContentsTest implements StoreContentsContract {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @RegisterExtension
  final WholeStores stores = new WholeStores();

  @Override
  public StoreUnderTest newStore() {
    return stores.newStore();
  }

  @Override
  public Optional<StoreContents> unreachableStoreContents() {
    return Optional.of(new PostgresStoreContents(POSTGRES.unreachable()));
  }
}
