package dev.hexlink.keygen;

import dev.hexlink.application.resilience.Breaker;
import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts that key generators lease over HTTP. When none leases any, they come from the store's own counter, which is the row that key generators
 * lease from too; for a few seconds then no key generator is asked.
 */
final class KeygenCodeCounter implements CodeCounter {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final KeyGenerators generators;
  private final CodeCounter store;
  private final Breaker breaker;
  /** What the next block of a stack begins at or above, as the row only counts up: another store is found out by it. */
  private final Map<Stack, Long> least = new ConcurrentHashMap<>();

  /**
   * @param store the store's own counter
   */
  KeygenCodeCounter(KeyGenerators generators, CodeCounter store, InstantSource clock) {
    this.generators = generators;
    this.store = store;
    this.breaker = new Breaker(1, PAUSE, clock, new Degradation("keygen_silent",
        "No key generator leases counts, so they come from the store", "Key generators lease counts again"));
  }

  @Override
  public CodeBlock lease(Stack stack, int size) {
    CodeBlock block = breaker.admits() ? ask(stack, size) : store.lease(stack, size);
    least.merge(stack, block.end(), Math::max);
    return block;
  }

  @Override
  public void raise(Stack stack, long count) {
    store.raise(stack, count);
    least.merge(stack, Math.addExact(count, 1), Math::max);
  }

  private CodeBlock ask(Stack stack, int size) {
    return switch (generators.lease(stack, size, least.getOrDefault(stack, 0L))) {
      case Lease.Block(var block) -> {
        breaker.succeeded();
        yield block;
      }
      case Lease.None(var why) -> {
        breaker.failed(why);
        yield store.lease(stack, size);
      }
    };
  }
}
