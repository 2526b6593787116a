package dev.hexlink.embedded.memory;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Where the memory adapters get the time from: a clock that only goes forward. */
@Factory
final class MemoryFactory {
  @Singleton
  Ticker ticker() {
    return Ticker.systemTicker();
  }
}
