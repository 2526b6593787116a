package dev.hexlink.redis;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.contracts.CodeCounterContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisCodeCounterTest implements CodeCounterContract {
  @RegisterExtension
  static final TwoInstances INSTANCES = new TwoInstances();

  @Override
  public CodeCounter codeCounter() {
    return INSTANCES.next().counter();
  }

  @Override
  public Optional<CodeCounter> unreachableCodeCounter() {
    return Optional.of(INSTANCES.unreachable().counter());
  }
}
