package dev.hexlink.application.spi;

import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;

/** Hands out counts. No count of a stack is handed out twice, across restarts, crashes and instances; counts may be lost. */
public interface CodeCounter {
  /**
   * Leases a block of counts of one stack that nobody else has or will have.
   *
   * @param size how many, 1 to 100,000
   * @throws CodeCounterUnavailable if no block could be had
   */
  CodeBlock lease(Stack stack, int size);

  /**
   * Lifts the counter so that every later lease lies above {@code count}; a counter that is there already is left alone.
   *
   * @throws CodeCounterUnavailable if it did not answer; it may or may not be lifted, and asking again is safe
   */
  void raise(Stack stack, long count);
}
