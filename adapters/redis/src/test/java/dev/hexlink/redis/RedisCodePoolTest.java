package dev.hexlink.redis;

import dev.hexlink.application.spi.CodePool;
import dev.hexlink.contracts.CodePoolContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisCodePoolTest implements CodePoolContract {
  @RegisterExtension
  static final TwoInstances INSTANCES = new TwoInstances();

  @Override
  public CodePool codePool() {
    return INSTANCES.next().pool();
  }

  @Override
  public Optional<CodePool> unreachableCodePool() {
    return Optional.of(INSTANCES.unreachable().pool());
  }
}
