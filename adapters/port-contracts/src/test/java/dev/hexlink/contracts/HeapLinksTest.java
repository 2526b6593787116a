package dev.hexlink.contracts;

import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import java.util.Optional;

class HeapLinksTest implements LinksContract {
  private static final Links LINKS = new HeapLinks();

  @Override
  public Links links() {
    return LINKS;
  }

  @Override
  public Optional<Links> unreachableLinks() {
    return Optional.of(Unreachable.port(Links.class, () -> new LinksUnavailable("the store is down")));
  }
}
