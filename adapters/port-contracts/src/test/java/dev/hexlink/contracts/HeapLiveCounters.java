package dev.hexlink.contracts;

import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.domain.link.LinkKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts of visits on the heap. */
class HeapLiveCounters implements LiveCounters {
  final Map<LinkKey, Long> counts = new ConcurrentHashMap<>();

  @Override
  public void add(Map<LinkKey, Long> changes) {
    changes.forEach(this::add);
  }

  void add(LinkKey key, long change) {
    counts.merge(key, Math.max(0, change), (old, _) -> Math.max(0, old + change));
  }

  @Override
  public void increment(LinkKey key) {
    add(key, 1);
  }

  @Override
  public Map<LinkKey, Long> counts(Collection<LinkKey> keys) {
    Map<LinkKey, Long> found = new HashMap<>();
    keys.forEach(key -> {
      long count = counts.getOrDefault(key, 0L);
      if (count > 0) {
        found.put(key, count);
      }
    });
    return found;
  }
}
