package dev.hexlink.architecture.broken.proofs;

import dev.hexlink.architecture.broken.application.spi.Port;
import dev.hexlink.architecture.broken.contracts.PortContract;
import dev.hexlink.architecture.broken.embedded.DisabledPort;
import org.junit.jupiter.api.Disabled;

/** Is switched off. */
@Disabled("broken on purpose")
class DisabledPortTest implements PortContract {
  @Override
  public Port port() {
    return new DisabledPort();
  }
}
