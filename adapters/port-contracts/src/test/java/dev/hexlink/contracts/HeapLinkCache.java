package dev.hexlink.contracts;

import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.application.spi.CachedRoute.Known;
import dev.hexlink.application.spi.CachedRoute.Unknown;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A cache on the heap, with a clock that is moved by hand. */
class HeapLinkCache implements LinkCache {
  static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);
  static final Duration TIME_TO_LIVE_OF_UNKNOWN = Duration.ofMinutes(1);

  final Map<LinkKey, Entry> entries = new ConcurrentHashMap<>();
  private Instant now = Instant.EPOCH;

  record Entry(CachedRoute route, Instant until) {}

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Optional<CachedRoute> get(LinkKey key) {
    return Optional.ofNullable(entries.get(key)).filter(entry -> now.isBefore(entry.until())).map(Entry::route);
  }

  @Override
  public void put(Route route) {
    entries.merge(route.key(), known(route), (old, fresh) -> isNewer(old.route(), route) ? old : fresh);
  }

  @Override
  public void putUnknown(LinkKey key) {
    entries.merge(key, unknown(), (old, fresh) -> old.route() instanceof Known ? old : fresh);
  }

  Entry known(Route route) {
    return new Entry(new Known(route), now.plus(TIME_TO_LIVE));
  }

  Entry unknown() {
    return new Entry(new Unknown(), now.plus(TIME_TO_LIVE_OF_UNKNOWN));
  }

  boolean isNewer(CachedRoute old, Route route) {
    return old instanceof Known(Route known) && known.version() > route.version();
  }

  @Override
  public void drop(Collection<LinkKey> keys) {
    keys.forEach(entries::remove);
  }

  @Override
  public void onDrop(Consumer<Collection<LinkKey>> listener) {}
}
