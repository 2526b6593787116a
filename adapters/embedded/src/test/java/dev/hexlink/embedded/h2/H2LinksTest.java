package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.Links;
import dev.hexlink.contracts.LinksContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2LinksTest implements LinksContract {
  @RegisterExtension
  static final TemporaryStore H2 = new TemporaryStore();

  @Override
  public Links links() {
    return new H2Links(H2.store(), H2.domains());
  }

  @Override
  public Optional<Links> unreachableLinks() {
    return Optional.of(new H2Links(H2.closed(), new Domains(H2.closed())));
  }
}
