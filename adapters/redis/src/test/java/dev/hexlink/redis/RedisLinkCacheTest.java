package dev.hexlink.redis;

import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.contracts.LinkCacheContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisLinkCacheTest implements LinkCacheContract {
  @RegisterExtension
  static final TwoInstances INSTANCES = new TwoInstances();

  @Override
  public LinkCache linkCache() {
    return INSTANCES.next().cache();
  }

  @Override
  public Optional<LinkCache> unreachableLinkCache() {
    return Optional.of(INSTANCES.unreachable().cache());
  }

  @Override
  public Duration timeToLive() {
    return Settings.TTL;
  }

  @Override
  public Duration timeToLiveOfUnknown() {
    return Settings.UNKNOWN_TTL;
  }

  @Override
  public void pass(Duration time) {
    Waiting.forAsLongAs(time);
  }
}
