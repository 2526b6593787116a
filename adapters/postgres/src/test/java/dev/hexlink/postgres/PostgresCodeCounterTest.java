package dev.hexlink.postgres;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.contracts.CodeCounterContract;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.TemporaryStore;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresCodeCounterTest implements CodeCounterContract {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @Override
  public CodeCounter codeCounter() {
    return on(POSTGRES.store());
  }

  @Override
  public Optional<CodeCounter> unreachableCodeCounter() {
    return Optional.of(on(POSTGRES.unreachable()));
  }

  private static CodeCounter on(PostgresStore store) {
    return new PostgresCodeCounter(store);
  }
}
