package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A cache that never forgets on its own. */
public final class HeapCache implements LinkCache {
  public final Gate beforeDrop = new Gate();
  public final Gate beforePut = new Gate();
  /** How often keys were dropped. */
  public final AtomicInteger drops = new AtomicInteger();
  private final ConcurrentMap<LinkKey, CachedRoute> routes = new ConcurrentHashMap<>();
  private final List<Consumer<Collection<LinkKey>>> listeners = new ArrayList<>();

  @Override
  public Optional<CachedRoute> get(LinkKey key) {
    return Optional.ofNullable(routes.get(key));
  }

  @Override
  public void put(Route route) {
    beforePut.pass();
    routes.merge(route.key(), new CachedRoute.Known(route),
        (standing, fresh) -> standing instanceof CachedRoute.Known(var known) && known.version() > route.version()
            ? standing
            : fresh);
  }

  @Override
  public void putUnknown(LinkKey key) {
    beforePut.pass();
    routes.putIfAbsent(key, new CachedRoute.Unknown());
  }

  @Override
  public void drop(Collection<LinkKey> keys) {
    beforeDrop.pass();
    keys.forEach(routes::remove);
    drops.incrementAndGet();
  }

  @Override
  public void onDrop(Consumer<Collection<LinkKey>> listener) {
    listeners.add(listener);
  }

  /** Tells this process that another instance has dropped keys. */
  public void droppedElsewhere(LinkKey key) {
    listeners.forEach(listener -> listener.accept(List.of(key)));
  }

  public Map<LinkKey, CachedRoute> routes() {
    return routes;
  }
}
