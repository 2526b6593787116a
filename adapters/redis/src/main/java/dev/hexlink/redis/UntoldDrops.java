package dev.hexlink.redis;

import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.domain.link.LinkKey;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keys that were dropped, while nobody knows whether Redis has heard of it. What it remembers of them is not believed. When they become too many,
 * nothing it remembers is believed until all of it has been forgotten.
 */
final class UntoldDrops {
  private static final int MOST_KEYS = 50_000;

  private final long ttl;
  private final int most;
  private final ConcurrentMap<LinkKey, Long> keys = new ConcurrentHashMap<>();
  private final AtomicLong drops = new AtomicLong();
  private final Degradation overflow = new Degradation("redis_distrusted",
      "Nothing that Redis remembers is believed for a time to live", "What Redis remembers is believed again");
  private volatile long distrustedUntil = System.nanoTime();

  /**
   * @param ttl how long Redis remembers anything at most
   */
  UntoldDrops(Duration ttl) {
    this(ttl, MOST_KEYS);
  }

  UntoldDrops(Duration ttl, int most) {
    this.ttl = ttl.toNanos();
    this.most = most;
  }

  /** Notes keys that are about to be dropped, as many as there is room for; answers what {@link #told} needs to know. */
  Map<LinkKey, Long> note(Collection<LinkKey> dropped) {
    Map<LinkKey, Long> noted = new HashMap<>();
    for (LinkKey key : dropped) {
      if (keys.size() < most || keys.containsKey(key)) {
        long drop = drops.incrementAndGet();
        keys.put(key, drop);
        noted.put(key, drop);
      }
    }
    return noted;
  }

  /** Notes that Redis has heard of keys. One that was dropped once more since it was noted stays untold. */
  void told(Collection<LinkKey> heard, Map<LinkKey, Long> noted) {
    for (LinkKey key : heard) {
      Long drop = noted.get(key);
      if (drop != null) {
        keys.remove(key, drop);
      }
    }
  }

  /** Notes that so many keys could not be told, and that there was no room to note them. */
  void giveUp(int count) {
    if (count > 0) {
      distrustedUntil = System.nanoTime() + ttl;
      overflow.begin("more than " + most + " changes could not be told");
    }
  }

  /** Whether what Redis remembers of a key can be believed. */
  boolean isBelieved(LinkKey key) {
    return !keys.containsKey(key) && !isDistrusted();
  }

  /** Some of what is to be told again. */
  Map<LinkKey, Long> some(int atMost) {
    Map<LinkKey, Long> some = new HashMap<>();
    for (Map.Entry<LinkKey, Long> entry : keys.entrySet()) {
      if (some.size() == atMost) {
        break;
      }
      some.put(entry.getKey(), entry.getValue());
    }
    return some;
  }

  private boolean isDistrusted() {
    if (!overflow.isNow()) {
      return false;
    }
    if (System.nanoTime() - distrustedUntil < 0) {
      return true;
    }
    overflow.end();
    return false;
  }
}
