package dev.hexlink.application.spi;

import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Remembers where keys lead. May forget at any time, but never lies longer than its time to live; a cache that cannot be reached, or holds
 * garbage, is a miss, in bounded time. No method throws for an outage.
 */
public interface LinkCache {
  /** What is remembered of a key; empty is a miss. */
  Optional<CachedRoute> get(LinkKey key);

  /** Remembers a route, unless one of a higher version is remembered. */
  void put(Route route);

  /** Remembers many routes, each unless one of a higher version is remembered; cheaper than one by one where that needs the network. */
  default void putAll(Collection<Route> routes) {
    routes.forEach(this::put);
  }

  /** Remembers that no link has this key, unless a route is remembered; for a shorter time than a route. */
  void putUnknown(LinkKey key);

  /** Forgets keys, here and in whatever other instances share. */
  void drop(Collection<LinkKey> keys);

  /** Calls the listener with keys that another instance has dropped. It only hastens what the log of changes tells anyway; may never call. */
  void onDrop(Consumer<Collection<LinkKey>> listener);
}
