package dev.hexlink.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.contracts.CodeCounterContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The contract over HTTP, with a key generator that answers. */
class KeygenCodeCounterTest implements CodeCounterContract {
  /** Longer than any machine takes: here nothing shall be fallen back on. */
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private final Row row = new Row();
  private final TestKeyGenerator generator = new TestKeyGenerator(row);
  private final Counters counters = new Counters();
  private final CodeCounter counter = counters.counter(row, new SetClock(), AMPLE, generator.url());

  @AfterEach
  void everyLeaseCameOverHttp() {
    assertThat(row.leases()).isEqualTo(generator.asked());
    counters.close();
    generator.close();
  }

  @Override
  public CodeCounter codeCounter() {
    return counter;
  }

  @Override
  public Optional<CodeCounter> unreachableCodeCounter() {
    Row away = new Row();
    away.goAway();
    return Optional.of(counters.counter(away, new SetClock(), Counters.TIMEOUT, "http://127.0.0.1:1"));
  }
}
