package dev.hexlink.application.spi;

import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** What is fixed for good at a store's first start, and the rows other things refer to. Throws {@link InstallationUnavailable} on an outage. */
public interface Installation {
  /** Keeps the facts if none are kept yet, and answers those that are kept; whoever comes first, all get the same answer. */
  InstallationFacts keep(InstallationFacts proposed);

  /** The facts that are kept; empty before the first start. */
  Optional<InstallationFacts> kept();

  /**
   * The stack with this name, registered under the lowest free index if it is new; whoever comes first, all get the same answer.
   *
   * @throws IllegalStateException if all 16 indices are taken
   */
  Stack stack(String name);

  /** The stack with this name, if it was ever registered; registers nothing. */
  Optional<Stack> knownStack(String name);

  /** Makes sure that each host has its row. */
  void register(Collection<Host> hosts);

  /**
   * A secret for telling visitors apart within one day, made when first asked for. The salts of days before yesterday are forgotten for good; today
   * is the latest day anyone asked for.
   */
  VisitorSalt saltOf(LocalDate day, VisitorSalt proposed);

  /** A secret of 128 bits. */
  record VisitorSalt(long high, long low) {
    @Override
    public String toString() {
      return "VisitorSalt[secret]";
    }
  }

  /**
   * What decides every code.
   *
   * @param key the code key as 32 hexadecimal digits; empty when it is given from outside at every start
   * @param keyFingerprint by which another key is noticed
   */
  record InstallationFacts(String key, String keyFingerprint, String alphabet, int shortestLength, int stacks) {
    @Override
    public String toString() {
      return "InstallationFacts[key " + keyFingerprint + ", alphabet " + alphabet + ", shortest length "
          + shortestLength + ", stacks "
          + stacks + "]";
    }
  }
}
