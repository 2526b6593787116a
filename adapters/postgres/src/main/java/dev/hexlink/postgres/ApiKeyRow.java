package dev.hexlink.postgres;

import dev.hexlink.application.spi.ApiKeys.ApiKey;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** An API key as a row. */
@MappedEntity("api_keys")
record ApiKeyRow(@Id String digest, String name, Instant createdAt) {
  ApiKey toKey() {
    return new ApiKey(digest, name, createdAt);
  }
}
