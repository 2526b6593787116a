package dev.hexlink.application.spi;

import dev.hexlink.domain.link.LinkKey;
import java.util.Collection;
import java.util.Map;

/** Counts visits that are answered and not yet stored. Fast, approximate, may forget; no method throws for an outage. */
public interface LiveCounters {
  /** Adds to each key's count; a negative number takes away, never below 0. */
  void add(Map<LinkKey, Long> changes);

  /** Adds one; never blocks. */
  void increment(LinkKey key);

  /** The counts of keys; a key that is not counted is left out. */
  Map<LinkKey, Long> counts(Collection<LinkKey> keys);
}
