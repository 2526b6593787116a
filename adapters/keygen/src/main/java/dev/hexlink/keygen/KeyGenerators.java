package dev.hexlink.keygen;

import dev.hexlink.domain.code.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The key generators there are. They are asked one after the other, beginning with the one that answered last. */
final class KeyGenerators implements AutoCloseable {
  private final Calls calls;
  private final List<KeyGenerator> all;
  private volatile int lastToAnswer;

  private KeyGenerators(Calls calls, List<KeyGenerator> all) {
    this.calls = calls;
    this.all = all;
  }

  static KeyGenerators of(KeygenConfiguration configuration) {
    String key = Objects.requireNonNullElse(configuration.key(), "");
    Calls calls = new Calls(configuration.timeout());
    return new KeyGenerators(calls,
        configuration.addresses().stream().map(address -> new KeyGenerator(address, key, calls)).toList());
  }

  /**
   * Asks until one leases a block.
   *
   * @param least what its counts begin at or above
   */
  Lease lease(Stack stack, int size, long least) {
    List<String> reasons = new ArrayList<>();
    int first = lastToAnswer;
    for (int i = 0; i < all.size(); i++) {
      int next = (first + i) % all.size();
      switch (all.get(next).lease(stack, size, least)) {
        case Lease.Block block -> {
          lastToAnswer = next;
          return block;
        }
        case Lease.None(var why) -> reasons.add(why);
      }
    }
    return new Lease.None(String.join("; ", reasons));
  }

  /** What is wrong with those that are not well. */
  List<String> complaints() {
    return all.stream().flatMap(generator -> generator.complaint().stream()).toList();
  }

  int count() {
    return all.size();
  }

  @Override
  public void close() {
    calls.close();
  }
}
