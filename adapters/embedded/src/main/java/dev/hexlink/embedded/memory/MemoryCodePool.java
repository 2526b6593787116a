package dev.hexlink.embedded.memory;

import dev.hexlink.application.spi.CodePool;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Codes made ahead, in this process's heap: gone with it, and the counter goes on behind them. What does not fit is lost. */
@Singleton
@Named("memory")
final class MemoryCodePool implements CodePool {
  private static final int MOST_CODES = 1_000_000;

  private final BlockingQueue<PooledCode> codes = new LinkedBlockingQueue<>(MOST_CODES);

  @Override
  public List<PooledCode> take(int most) {
    List<PooledCode> taken = new ArrayList<>(Math.min(most, codes.size()));
    codes.drainTo(taken, most);
    return taken;
  }

  @Override
  public void put(Collection<PooledCode> more) {
    for (PooledCode code : more) {
      if (!codes.offer(code)) {
        return;
      }
    }
  }

  @Override
  public long fill() {
    return codes.size();
  }
}
