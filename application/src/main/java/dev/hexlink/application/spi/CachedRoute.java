package dev.hexlink.application.spi;

import dev.hexlink.domain.link.Route;

/** What a cache remembers of a key. */
public sealed interface CachedRoute {
  /** The key leads somewhere. */
  record Known(Route route) implements CachedRoute {}

  /** No link has this key. */
  record Unknown() implements CachedRoute {}
}
