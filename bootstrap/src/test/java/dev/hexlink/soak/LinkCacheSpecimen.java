package dev.hexlink.soak;

import dev.hexlink.application.Ports;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.contracts.LinkCacheContract;
import java.time.Duration;
import java.util.Optional;

/** The cache, as it is and as it must not be. Its time goes by itself, so it is for cases that let none pass. */
class LinkCacheSpecimen extends Specimen implements LinkCacheContract {
  private final Ports ports = open();

  @Override
  public LinkCache linkCache() {
    return ports.nearCache();
  }

  @Override
  public Optional<LinkCache> unreachableLinkCache() {
    return Optional.empty();
  }

  @Override
  public Duration timeToLive() {
    return Duration.ofMinutes(10);
  }

  @Override
  public Duration timeToLiveOfUnknown() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void pass(Duration time) {
    throw new UnsupportedOperationException("time goes by itself");
  }
}
