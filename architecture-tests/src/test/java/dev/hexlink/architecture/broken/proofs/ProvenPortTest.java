package dev.hexlink.architecture.broken.proofs;

import dev.hexlink.architecture.broken.application.spi.Port;
import dev.hexlink.architecture.broken.contracts.PortContract;

/** Proves the port, by way of a workbench. */
class ProvenPortTest implements PortContract {
  @Override
  public Port port() {
    return Workbench.port();
  }
}
