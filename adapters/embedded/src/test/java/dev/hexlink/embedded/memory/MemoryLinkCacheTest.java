package dev.hexlink.embedded.memory;

import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.contracts.LinkCacheContract;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

class MemoryLinkCacheTest implements LinkCacheContract {
  private final AtomicLong nanos = new AtomicLong();
  private final CacheConfiguration configuration = new CacheConfiguration(Duration.ofMinutes(10),
      Duration.ofSeconds(10), 64 << 20);
  private final LinkCache cache = new MemoryLinkCache(configuration, nanos::get);

  @Override
  public LinkCache linkCache() {
    return cache;
  }

  @Override
  public Optional<LinkCache> unreachableLinkCache() {
    return Optional.empty();
  }

  @Override
  public Duration timeToLive() {
    return configuration.ttl();
  }

  @Override
  public Duration timeToLiveOfUnknown() {
    return configuration.unknownTtl();
  }

  @Override
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
