package dev.hexlink.architecture.broken.proofs;

import dev.hexlink.architecture.broken.application.spi.Port;
import dev.hexlink.architecture.broken.contracts.PortContract;
import dev.hexlink.architecture.broken.embedded.ProvenPort;

/** Names one adapter and makes another. */
class BorrowingPortTest implements PortContract {
  @Override
  public Port port() {
    return new ProvenPort();
  }
}
