package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.ApiKeysUnavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** API keys in the heap. */
public final class HeapKeys implements ApiKeys {
  public final Outage outage = new Outage(() -> new ApiKeysUnavailable("switched off", new Exception("outage")));
  private final Map<String, ApiKey> keys = new HashMap<>();

  @Override
  public synchronized Optional<ApiKey> find(String digest) {
    outage.check();
    return Optional.ofNullable(keys.get(digest));
  }

  @Override
  public synchronized void add(ApiKey key) {
    outage.check();
    keys.putIfAbsent(key.digest(), key);
  }

  @Override
  public synchronized boolean isEmpty() {
    outage.check();
    return keys.isEmpty();
  }
}
