package dev.hexlink.postgres;

import dev.hexlink.application.spi.WorkerNumbers;
import dev.hexlink.contracts.WorkerNumbersContract;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.TemporaryStore;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
class PostgresWorkerNumbersTest implements WorkerNumbersContract {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @Override
  public WorkerNumbers newWorkerNumbers() {
    return on(POSTGRES.another());
  }

  @Override
  public Optional<WorkerNumbers> unreachableWorkerNumbers() {
    return Optional.of(on(POSTGRES.unreachable()));
  }

  private static WorkerNumbers on(PostgresStore store) {
    return new PostgresWorkerNumbers(store);
  }
}
