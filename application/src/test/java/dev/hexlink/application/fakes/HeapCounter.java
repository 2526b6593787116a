package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counters in the heap, which can be set back. */
public final class HeapCounter implements CodeCounter {
  public final Outage outage = new Outage(() -> new CodeCounterUnavailable("switched off"));
  public final Gate gate = new Gate();
  public final List<CodeBlock> leases = new ArrayList<>();
  public final List<Long> raises = new ArrayList<>();
  private final Map<Stack, Long> next = new HashMap<>();

  /** Lets a counter forget what it handed out. */
  public synchronized void setBack(Stack stack, long count) {
    next.put(stack, count);
  }

  public synchronized int leaseCount() {
    return leases.size();
  }

  @Override
  public CodeBlock lease(Stack stack, int size) {
    gate.pass();
    outage.check();
    synchronized (this) {
      long end = next.merge(stack, (long) size, Long::sum);
      CodeBlock block = new CodeBlock(end - size, end);
      leases.add(block);
      return block;
    }
  }

  @Override
  public synchronized void raise(Stack stack, long count) {
    outage.check();
    raises.add(count);
    next.merge(stack, count + 1, Math::max);
  }
}
