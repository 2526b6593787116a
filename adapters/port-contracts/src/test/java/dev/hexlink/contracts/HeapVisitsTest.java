package dev.hexlink.contracts;

import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.VisitsUnavailable;
import java.io.IOException;
import java.util.Optional;

class HeapVisitsTest implements VisitsContract {
  private static final HeapLinks LINKS = new HeapLinks();
  private static final Visits VISITS = new HeapVisits(LINKS);

  @Override
  public Visits visits() {
    return VISITS;
  }

  @Override
  public Links links() {
    return LINKS;
  }

  @Override
  public Optional<Visits> unreachableVisits() {
    return Optional.of(Unreachable.port(Visits.class, () -> new VisitsUnavailable("down", new IOException("down"))));
  }
}
