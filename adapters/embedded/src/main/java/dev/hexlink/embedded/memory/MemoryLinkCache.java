package dev.hexlink.embedded.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A link cache in this process's heap, bounded in bytes. No other instance shares it, so no drop ever comes from elsewhere. */
@Singleton
@Named("memory")
final class MemoryLinkCache implements LinkCache {
  /** What an entry takes beside its characters: objects, headers and Caffeine's node, as measured roughly. */
  private static final int BYTES_PER_ENTRY = 480;

  private static final int SPREAD = 1 << 10;

  private final Cache<LinkKey, Entry> entries;
  private final Ticker ticker;
  private final long ttl;
  private final long unknownTtl;

  MemoryLinkCache(CacheConfiguration configuration, Ticker ticker) {
    this.ticker = ticker;
    this.ttl = configuration.ttl().toNanos();
    this.unknownTtl = configuration.unknownTtl().toNanos();
    this.entries = Caffeine.newBuilder().ticker(ticker).maximumWeight(configuration.mostBytes())
        .weigher(MemoryLinkCache::bytes)
        .expireAfter(Expiry.<LinkKey, Entry>writing((_, entry) -> Duration.ofNanos(entry.lifetime(ticker.read()))))
        .build();
  }

  @Override
  public Optional<CachedRoute> get(LinkKey key) {
    return Optional.ofNullable(entries.getIfPresent(key)).map(Entry::route);
  }

  @Override
  public void put(Route route) {
    Entry offered = new Entry(new CachedRoute.Known(route), ticker.read(), spread(ttl, route.key()));
    entries.asMap().compute(route.key(), (_, held) -> held != null && held.isNewerThan(route) ? held : offered);
  }

  @Override
  public void putUnknown(LinkKey key) {
    Entry offered = new Entry(new CachedRoute.Unknown(), ticker.read(), spread(unknownTtl, key));
    entries.asMap().compute(key, (_, held) -> held != null && held.isKnown() ? held : offered);
  }

  @Override
  public void drop(Collection<LinkKey> keys) {
    entries.invalidateAll(keys);
  }

  @Override
  public void onDrop(Consumer<Collection<LinkKey>> listener) {
    // there is no other instance
  }

  /** What was remembered together is not forgotten together: each key's life is up to a tenth shorter. */
  private static long spread(long nanos, LinkKey key) {
    int part = Math.floorMod(key.hashCode() * 0x9E3779B9, SPREAD);
    return nanos - nanos / 10 * part / SPREAD;
  }

  private static int bytes(LinkKey key, Entry entry) {
    int characters = 2 * (key.host().name().length() + key.code().value().length());
    @Nullable
    Route route = entry.route instanceof CachedRoute.Known(Route known) ? known : null;
    return BYTES_PER_ENTRY + characters + (route == null ? 0 : route.target().value().length());
  }

  /** What is remembered, and since when for how long: an entry that stands against another does not live longer for it. */
  private record Entry(CachedRoute route, long since, long nanos) {
    boolean isKnown() {
      return route instanceof CachedRoute.Known;
    }

    boolean isNewerThan(Route other) {
      return route instanceof CachedRoute.Known(Route known) && known.version() > other.version();
    }

    long lifetime(long now) {
      return Math.max(0, nanos - (now - since));
    }
  }
}
