package dev.hexlink.postgres;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.ApiKeysUnavailable;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.StoreChoice;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The API keys in Postgres. */
@Singleton
@Named(StoreChoice.POSTGRES)
@Requires(property = StoreChoice.KEY, value = StoreChoice.POSTGRES)
final class PostgresApiKeys implements ApiKeys {
  private final PostgresStore store;
  private final ApiKeyRows rows;

  PostgresApiKeys(PostgresStore store, ApiKeyRows rows) {
    this.store = store;
    this.rows = rows;
  }

  @Override
  public Optional<ApiKey> find(String digest) {
    return store.read(Pool.API, _ -> rows.findByDigest(digest).map(ApiKeyRow::toKey), ApiKeysUnavailable::new);
  }

  @Override
  public void add(ApiKey key) {
    store.writeAtOnce(Pool.API, _ -> {
      rows.add(key.digest(), key.name(), key.createdAt());
      return key;
    }, ApiKeysUnavailable::new);
  }

  @Override
  public boolean isEmpty() {
    return store.read(Pool.API, _ -> rows.findFirstDigest().isEmpty(), ApiKeysUnavailable::new);
  }
}
