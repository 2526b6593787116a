package dev.hexlink.application.shorten;

import dev.hexlink.application.api.LeaseCodes;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.util.Optional;

/** Leases counts of this instance's stack to others. */
public final class CodeLeasing implements LeaseCodes {
  private final CodeCounter counter;
  private final Stack stack;

  public CodeLeasing(CodeCounter counter, Stack stack) {
    this.counter = counter;
    this.stack = stack;
  }

  @Override
  public Optional<CodeBlock> lease(String name, int size) {
    return name.equals(stack.name()) ? Optional.of(counter.lease(stack, size)) : Optional.empty();
  }
}
