package dev.hexlink.embedded.memory;

import dev.hexlink.application.spi.CodePool;
import dev.hexlink.contracts.CodePoolContract;
import java.util.Optional;

class MemoryCodePoolTest implements CodePoolContract {
  private final CodePool pool = new MemoryCodePool();

  @Override
  public CodePool codePool() {
    return pool;
  }

  @Override
  public Optional<CodePool> unreachableCodePool() {
    return Optional.empty();
  }
}
