package dev.hexlink.embedded.memory;

import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.contracts.LiveCountersContract;
import java.util.Optional;

class MemoryLiveCountersTest implements LiveCountersContract {
  private final LiveCounters counters = new MemoryLiveCounters();

  @Override
  public LiveCounters liveCounters() {
    return counters;
  }

  @Override
  public Optional<LiveCounters> unreachableLiveCounters() {
    return Optional.empty();
  }
}
