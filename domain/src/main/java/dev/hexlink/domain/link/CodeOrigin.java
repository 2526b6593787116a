package dev.hexlink.domain.link;

/** Where a link's code came from. */
public sealed interface CodeOrigin {
  /** From a counter: the value whose code it is. The highest value in the store tells a counter that went backwards where to go on. */
  record Counted(long value) implements CodeOrigin {}

  /** Chosen by the owner. */
  record Chosen() implements CodeOrigin {}

  /** Drawn without a counter. */
  record Drawn() implements CodeOrigin {}
}
