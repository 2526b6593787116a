package dev.hexlink.application.api;

import dev.hexlink.domain.code.CodeBlock;
import java.util.Optional;

/** What a key generator does: leases counts of a stack. Blocks; throws {@code PortUnavailable} on an outage. */
public interface LeaseCodes {
  /**
   * @param size 1 to 100,000
   * @return empty when there is no stack of this name
   */
  Optional<CodeBlock> lease(String stack, int size);
}
