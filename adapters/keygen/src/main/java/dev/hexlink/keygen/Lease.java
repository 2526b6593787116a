package dev.hexlink.keygen;

import dev.hexlink.domain.code.CodeBlock;

/** What came of asking for a block of counts. */
sealed interface Lease {
  record Block(CodeBlock block) implements Lease {}

  /**
   * There is no block.
   *
   * @param why without secrets, for operators
   */
  record None(String why) implements Lease {}
}
