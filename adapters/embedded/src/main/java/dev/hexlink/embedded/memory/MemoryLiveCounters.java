package dev.hexlink.embedded.memory;

import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.domain.link.LinkKey;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Live counts in this process's heap; keys beyond the bound are not counted. */
@Singleton
@Named("memory")
final class MemoryLiveCounters implements LiveCounters {
  private static final int MOST_KEYS = 1_000_000;

  private final Map<LinkKey, Long> counts = new ConcurrentHashMap<>();

  @Override
  public void add(Map<LinkKey, Long> changes) {
    changes.forEach(this::add);
  }

  @Override
  public void increment(LinkKey key) {
    add(key, 1);
  }

  @Override
  public Map<LinkKey, Long> counts(Collection<LinkKey> keys) {
    Map<LinkKey, Long> found = new HashMap<>();
    for (LinkKey key : keys) {
      Long count = counts.get(key);
      if (count != null) {
        found.put(key, count);
      }
    }
    return found;
  }

  private void add(LinkKey key, long change) {
    if (change <= 0 || counts.containsKey(key) || counts.size() < MOST_KEYS) {
      counts.compute(key, (_, count) -> {
        long sum = (count == null ? 0 : count) + change;
        return sum > 0 ? sum : null;
      });
    }
  }
}
