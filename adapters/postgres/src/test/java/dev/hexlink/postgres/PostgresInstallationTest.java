package dev.hexlink.postgres;

import dev.hexlink.application.spi.Installation;
import dev.hexlink.contracts.InstallationContract;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.TemporaryStore;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresInstallationTest implements InstallationContract {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @Override
  public Installation newInstallation() {
    return on(POSTGRES.another());
  }

  @Override
  public Optional<Installation> unreachableInstallation() {
    return Optional.of(on(POSTGRES.unreachable()));
  }

  private static Installation on(PostgresStore store) {
    return new PostgresInstallation(store, new Domains(store));
  }
}
