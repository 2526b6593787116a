package dev.hexlink.contracts;

import dev.hexlink.application.spi.ApiKeys;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** API keys on the heap. */
class HeapApiKeys implements ApiKeys {
  final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

  @Override
  public Optional<ApiKey> find(String digest) {
    return Optional.ofNullable(keys.get(digest));
  }

  @Override
  public void add(ApiKey key) {
    keys.putIfAbsent(key.digest(), key);
  }

  @Override
  public boolean isEmpty() {
    return keys.isEmpty();
  }
}
