package dev.hexlink.soak;

import dev.hexlink.application.Ports;
import dev.hexlink.application.spi.Links;
import dev.hexlink.contracts.LinksContract;
import java.util.Optional;

/** The store of links, as it is and as it must not be. */
class LinksSpecimen extends Specimen implements LinksContract {
  private final Ports ports = open();

  @Override
  public Links links() {
    return ports.links();
  }

  @Override
  public Optional<Links> unreachableLinks() {
    return Optional.empty();
  }
}
