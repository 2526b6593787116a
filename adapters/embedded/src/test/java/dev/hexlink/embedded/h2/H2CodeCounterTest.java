package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.contracts.CodeCounterContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2CodeCounterTest implements CodeCounterContract {
  @RegisterExtension
  static final TemporaryStore H2 = new TemporaryStore();

  @Override
  public CodeCounter codeCounter() {
    return new H2CodeCounter(H2.store());
  }

  @Override
  public Optional<CodeCounter> unreachableCodeCounter() {
    return Optional.of(new H2CodeCounter(H2.closed()));
  }
}
