package dev.hexlink.soak;

import dev.hexlink.application.Ports;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.contracts.CodeCounterContract;
import java.util.Optional;

/** The code counter, as it is and as it must not be. */
class CodeCounterSpecimen extends Specimen implements CodeCounterContract {
  private final Ports ports = open();

  @Override
  public CodeCounter codeCounter() {
    return ports.counter();
  }

  @Override
  public Optional<CodeCounter> unreachableCodeCounter() {
    return Optional.empty();
  }
}
