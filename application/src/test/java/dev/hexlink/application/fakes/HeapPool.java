package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.CodePool;
import dev.hexlink.application.spi.CodePoolUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** A pool in the heap. */
public final class HeapPool implements CodePool {
  public final Outage outage = new Outage(() -> new CodePoolUnavailable("switched off", new Exception("outage")));
  private final Deque<PooledCode> codes = new ArrayDeque<>();

  @Override
  public synchronized List<PooledCode> take(int most) {
    outage.check();
    List<PooledCode> taken = new ArrayList<>();
    while (taken.size() < most && !codes.isEmpty()) {
      taken.add(codes.remove());
    }
    return taken;
  }

  @Override
  public synchronized void put(Collection<PooledCode> more) {
    outage.check();
    codes.addAll(more);
  }

  @Override
  public synchronized long fill() {
    outage.check();
    return codes.size();
  }
}
