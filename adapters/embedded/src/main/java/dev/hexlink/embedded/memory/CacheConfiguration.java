package dev.hexlink.embedded.memory;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;

/**
 * How the memory cache remembers where keys lead.
 *
 * @param ttl how long a route may be remembered, hence how stale an answer may be if word of a change is lost
 * @param unknownTtl how long it may be remembered that no link has a key
 * @param mostBytes how much heap the cache may take, roughly
 */
@ConfigurationProperties("hexlink.cache")
public record CacheConfiguration(@Bindable(defaultValue = "10m") Duration ttl,
    @Bindable(defaultValue = "10s") Duration unknownTtl,
    @ReadableBytes @Bindable(defaultValue = "64MB") long mostBytes) {
  /**
   * @throws IllegalArgumentException unless all are positive
   */
  public CacheConfiguration {
    if (!ttl.isPositive() || !unknownTtl.isPositive() || mostBytes < 1) {
      throw new IllegalArgumentException("hexlink.cache: ttl, unknown-ttl and most-bytes must be positive");
    }
  }
}
