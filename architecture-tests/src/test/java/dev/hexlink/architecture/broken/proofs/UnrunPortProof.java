package dev.hexlink.architecture.broken.proofs;

import dev.hexlink.architecture.broken.application.spi.Port;
import dev.hexlink.architecture.broken.contracts.PortContract;
import dev.hexlink.architecture.broken.embedded.UnrunPort;

/** Has a name that surefire does not look for. */
class UnrunPortProof implements PortContract {
  @Override
  public Port port() {
    return new UnrunPort();
  }
}
