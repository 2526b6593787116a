package dev.hexlink.architecture.broken.proofs;

import dev.hexlink.architecture.broken.application.spi.Port;
import dev.hexlink.architecture.broken.contracts.PortContract;
import dev.hexlink.architecture.broken.embedded.SkippingPort;

/** Leaves out a case. */
class SkippingPortTest implements PortContract {
  @Override
  public Port port() {
    return new SkippingPort();
  }

  @Override
  public void answers() {}
}
