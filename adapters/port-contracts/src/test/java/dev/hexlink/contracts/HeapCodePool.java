package dev.hexlink.contracts;

import dev.hexlink.application.spi.CodePool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A pool on the heap. */
class HeapCodePool implements CodePool {
  final ConcurrentLinkedQueue<PooledCode> codes = new ConcurrentLinkedQueue<>();

  @Override
  public List<PooledCode> take(int most) {
    List<PooledCode> taken = new ArrayList<>();
    while (taken.size() < most) {
      PooledCode code = codes.poll();
      if (code == null) {
        break;
      }
      taken.add(code);
    }
    return taken;
  }

  @Override
  public void put(Collection<PooledCode> more) {
    codes.addAll(more);
  }

  @Override
  public long fill() {
    return codes.size();
  }
}
