package dev.hexlink.architecture.broken.proofs;

import dev.hexlink.architecture.broken.application.spi.Port;
import dev.hexlink.architecture.broken.embedded.ProvenPort;

/** Makes what a test needs. */
final class Workbench {
  private Workbench() {}

  static Port port() {
    return new ProvenPort();
  }
}
