package dev.hexlink.soak;

import dev.hexlink.application.Ports;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.contracts.VisitsContract;
import java.util.Optional;

/** The store of visits, as it is and as it must not be. */
class VisitsSpecimen extends Specimen implements VisitsContract {
  private final Ports ports = open();

  @Override
  public Visits visits() {
    return ports.visits();
  }

  @Override
  public Links links() {
    return ports.links();
  }

  @Override
  public Optional<Visits> unreachableVisits() {
    return Optional.empty();
  }
}
