package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.domain.link.LinkKey;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** Live counters in the heap. */
public final class HeapLive implements LiveCounters {
  private final ConcurrentMap<LinkKey, Long> counts = new ConcurrentHashMap<>();

  @Override
  public void add(Map<LinkKey, Long> changes) {
    changes.forEach((key, change) -> counts.merge(key, Math.max(0, change), (a, _) -> Math.max(0, a + change)));
  }

  @Override
  public void increment(LinkKey key) {
    counts.merge(key, 1L, Long::sum);
  }

  @Override
  public Map<LinkKey, Long> counts(Collection<LinkKey> keys) {
    return keys.stream().filter(counts::containsKey).collect(Collectors.toMap(key -> key, counts::get));
  }

  public long count(LinkKey key) {
    return counts.getOrDefault(key, 0L);
  }
}
