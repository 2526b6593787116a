package dev.hexlink.keygen;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.util.HashMap;
import java.util.Map;

/** The store's row of counts, in the heap: what a key generator leases from, and what is fallen back on. */
final class Row implements CodeCounter {
  private final Map<String, Long> next = new HashMap<>();
  private boolean reachable = true;
  private int leases;

  @Override
  public CodeBlock lease(Stack stack, int size) {
    return lease(stack.name(), size);
  }

  synchronized CodeBlock lease(String stack, int size) {
    check();
    leases++;
    long end = next.merge(stack, (long) size, Long::sum);
    return new CodeBlock(end - size, end);
  }

  @Override
  public synchronized void raise(Stack stack, long count) {
    check();
    next.merge(stack.name(), count + 1, Math::max);
  }

  synchronized void goAway() {
    reachable = false;
  }

  synchronized int leases() {
    return leases;
  }

  private void check() {
    if (!reachable) {
      throw new CodeCounterUnavailable("the store is away");
    }
  }
}
