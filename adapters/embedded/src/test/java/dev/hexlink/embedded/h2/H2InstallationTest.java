package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.Installation;
import dev.hexlink.contracts.InstallationContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2InstallationTest implements InstallationContract {
  @RegisterExtension
  static final TemporaryStore H2 = new TemporaryStore();

  @Override
  public Installation newInstallation() {
    H2Store store = H2.another();
    return new H2Installation(store, new Domains(store));
  }

  @Override
  public Optional<Installation> unreachableInstallation() {
    return Optional.of(new H2Installation(H2.closed(), new Domains(H2.closed())));
  }
}
