package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.ApiKeysUnavailable;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The API keys in the H2 file. */
@Singleton
@Named("h2")
@Requires(property = StoreFactory.CHOICE, value = "h2", defaultValue = "h2")
final class H2ApiKeys implements ApiKeys {
  private final H2Store store;
  private final ApiKeyRows rows;

  H2ApiKeys(H2Store store, ApiKeyRows rows) {
    this.store = store;
    this.rows = rows;
  }

  @Override
  public Optional<ApiKey> find(String digest) {
    return store.read(_ -> rows.findByDigest(digest).map(ApiKeyRow::toKey), ApiKeysUnavailable::new);
  }

  @Override
  public void add(ApiKey key) {
    store.write(_ -> {
      rows.add(key.digest(), key.name(), key.createdAt());
      return key;
    }, ApiKeysUnavailable::new);
  }

  @Override
  public boolean isEmpty() {
    return store.read(_ -> rows.count() == 0, ApiKeysUnavailable::new);
  }
}
