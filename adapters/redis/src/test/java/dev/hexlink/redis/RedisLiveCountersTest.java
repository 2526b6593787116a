package dev.hexlink.redis;

import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.contracts.LiveCountersContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisLiveCountersTest implements LiveCountersContract {
  @RegisterExtension
  static final TwoInstances INSTANCES = new TwoInstances();

  @Override
  public LiveCounters liveCounters() {
    return INSTANCES.next().live();
  }

  @Override
  public Optional<LiveCounters> unreachableLiveCounters() {
    return Optional.of(INSTANCES.unreachable().live());
  }
}
