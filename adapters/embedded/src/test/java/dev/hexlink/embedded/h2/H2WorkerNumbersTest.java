package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.WorkerNumbers;
import dev.hexlink.contracts.WorkerNumbersContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2WorkerNumbersTest implements WorkerNumbersContract {
  @RegisterExtension
  static final TemporaryStore H2 = new TemporaryStore();

  @Override
  public WorkerNumbers newWorkerNumbers() {
    return new H2WorkerNumbers(H2.another());
  }

  @Override
  public Optional<WorkerNumbers> unreachableWorkerNumbers() {
    return Optional.of(new H2WorkerNumbers(H2.closed()));
  }
}
