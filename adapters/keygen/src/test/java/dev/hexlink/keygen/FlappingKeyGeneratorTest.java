package dev.hexlink.keygen;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.contracts.CodeCounterContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract with a key generator that leases, talks nonsense, breaks off after it has leased, or loses its row, in turn. */
class FlappingKeyGeneratorTest implements CodeCounterContract {
  private final Row row = new Row();
  private final TestKeyGenerator generator = new TestKeyGenerator(row);
  private final Counters counters = new Counters();
  private final AtomicInteger looks = new AtomicInteger();
  /** No pause lasts. */
  private final InstantSource clock = () -> Instant.EPOCH.plus(Duration.ofMinutes(looks.incrementAndGet()));
  private final CodeCounter counter = counters.counter(row, clock, Duration.ofSeconds(20), generator.url());

  @BeforeEach
  void flap() {
    generator.behave((exchange, wish) -> {
      switch (generator.asked() % 4) {
        case 0 -> TestKeyGenerator.answer(exchange, 200, "nonsense");
        case 1 -> {
          row.lease("contract-a", 10);
          exchange.close();
        }
        case 2 -> TestKeyGenerator.answer(exchange, 503, "");
        default -> generator.lease(exchange, wish);
      }
    });
  }

  @AfterEach
  void close() {
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
    return Optional.of(counters.counter(away, clock, Counters.TIMEOUT, "http://127.0.0.1:1"));
  }
}
