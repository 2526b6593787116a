package dev.hexlink.application.shorten;

import dev.hexlink.application.api.LeaseCodes;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.Installation;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leases counts of every stack the store knows to others. They come from the store's own counter, so that whoever leases there past this instance
 * gets other counts.
 */
public final class CodeLeasing implements LeaseCodes {
  private final CodeCounter counter;
  private final Installation installation;
  private final Map<String, Stack> known = new ConcurrentHashMap<>();

  public CodeLeasing(CodeCounter counter, Installation installation) {
    this.counter = counter;
    this.installation = installation;
  }

  @Override
  public Optional<CodeBlock> lease(String name, int size) {
    return stack(name).map(stack -> counter.lease(stack, size));
  }

  /** A stack's row never changes, so it is asked for once. */
  private Optional<Stack> stack(String name) {
    Stack remembered = known.get(name);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<Stack> found = Stack.isName(name) ? installation.knownStack(name) : Optional.empty();
    found.ifPresent(stack -> known.put(name, stack));
    return found;
  }
}
