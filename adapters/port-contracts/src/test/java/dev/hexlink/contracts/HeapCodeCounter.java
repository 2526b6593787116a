package dev.hexlink.contracts;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts on the heap. */
class HeapCodeCounter implements CodeCounter {
  final Map<Integer, Long> next = new ConcurrentHashMap<>();

  @Override
  public CodeBlock lease(Stack stack, int size) {
    long end = next.merge(stack.index(), (long) size, Long::sum);
    return new CodeBlock(end - size, end);
  }

  @Override
  public void raise(Stack stack, long count) {
    next.merge(stack.index(), count + 1, Math::max);
  }
}
