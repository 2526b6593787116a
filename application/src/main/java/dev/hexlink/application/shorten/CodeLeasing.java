package dev.hexlink.application.shorten;

import dev.hexlink.application.api.LeaseCodes;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.util.Optional;
import java.util.function.Supplier;

/** Leases counts of this instance's stack to others. */
public final class CodeLeasing implements LeaseCodes {
  private final CodeCounter counter;
  private final Supplier<Stack> stack;

  public CodeLeasing(CodeCounter counter, Supplier<Stack> stack) {
    this.counter = counter;
    this.stack = stack;
  }

  @Override
  public Optional<CodeBlock> lease(String name, int size) {
    Stack own = stack.get();
    return name.equals(own.name()) ? Optional.of(counter.lease(own, size)) : Optional.empty();
  }
}
