package dev.hexlink.keygen;

import static dev.hexlink.keygen.TestKeyGenerator.answer;
import static dev.hexlink.keygen.TestKeyGenerator.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.HealthCheck.Health;
import dev.hexlink.contracts.servers.FaultProxy;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a key generator does, counts come, nobody waits long, and the operator is told once. */
@Timeout(60)
class KeygenFaultsTest {
  private static final Stack JAVA = new Stack("java", 0);
  private static final Duration A_FEW_SECONDS = Duration.ofSeconds(5);

  private final Row row = new Row();
  private final TestKeyGenerator generator = new TestKeyGenerator(row);
  private final FaultProxy network = FaultProxy.before("127.0.0.1", generator.port());
  private final String url = "http://" + network.address();
  private final SetClock clock = new SetClock();
  private final Counters counters = new Counters();
  private final KeyGenerators generators = counters.generators(Counters.TIMEOUT, url);
  private final CodeCounter counter = new KeygenCodeCounter(generators, row, clock);
  private final LoggedLines log = LoggedLines.begin();

  @AfterEach
  void close() {
    log.close();
    counters.close();
    network.close();
    generator.close();
  }

  private Health health() {
    return new KeygenHealthCheck(generators).check();
  }

  /** One lease that comes from the store, in bounded time, and is told about. */
  private void assertFallsBack(String why) {
    Instant begun = Instant.now();
    CodeBlock block = counter.lease(JAVA, 10);

    assertThat(Duration.between(begun, Instant.now())).isLessThan(A_FEW_SECONDS);
    assertThat(block.size()).isEqualTo(10);
    assertThat(log.lines()).containsExactly(
        "WARNING No key generator leases counts, so they come from the store: " + url + " " + why);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      200 | nonsense
      200 | {}
      200 | []
      200 | {"stack":"java","start":0,"end":10
      200 | {"stack":"java","start":0,"end":10}{}
      200 | {"stack":"other","start":0,"end":10}
      200 | {"stack":"java","start":0,"end":9}
      200 | {"stack":"java","start":0,"end":11}
      200 | {"stack":"java","start":10,"end":0}
      200 | {"stack":"java","start":-10,"end":0}
      200 | {"stack":"java","start":"0","end":"10"}
      200 | {"stack":"java","start":0.0,"end":10.0}
      200 | {"stack":"java","start":9223372036854775800,"end":9223372036854775810}
      200 | {"stack":"java","start":9223372036854775807,"end":-9223372036854775799}
      200 | {"stack":["java"],"start":0,"end":10}
      204 | ''
      302 | {"stack":"java","start":0,"end":10}
      500 | {"stack":"java","start":0,"end":10}
      """)
  void anythingButABlockOfTheStackAndSizeIsNotTaken(int status, String body) {
    generator.behave((exchange, _) -> answer(exchange, status, body));

    assertFallsBack(status == 200 ? "answers something else than a block" : "answers " + status);
  }

  @ParameterizedTest
  @CsvSource({"401,unauthorized", "403,keygen-key-missing", "404,not-served-here", "404,unknown-stack",
      "503,unavailable"})
  void aProblemIsNamed(int status, String code) {
    generator.behave((exchange, _) -> answer(exchange, status, "{\"code\":\"" + code + "\",\"errors\":[{}]}"));

    assertFallsBack("answers " + status + " " + code);
  }

  @Test
  void whatAnAnswerSaysGoesIntoNoLogUnlessItIsACode() {
    generator.behave((exchange, _) -> answer(exchange, 401, "{\"code\":\"x\\nWARNING all is lost\"}"));

    assertFallsBack("answers 401");
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() {
    generator.behave((exchange, _) -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] much = new byte[64 * 1024];
      while (true) {
        exchange.getResponseBody().write(much);
      }
    });

    assertFallsBack("breaks off");
  }

  @Test
  void anAnswerThatIsLateIsNotWaitedFor() {
    network.latency(Duration.ofSeconds(10));

    assertFallsBack("does not answer within 300 ms");
  }

  @Test
  void aConnectionThatIsHalfOpenIsNotWaitedFor() {
    counter.lease(JAVA, 10);
    network.halfOpen();

    assertFallsBack("does not answer within 300 ms");
  }

  @Test
  void aKeyGeneratorThatIsGoneIsMissedAtOnce() {
    network.cut();

    assertFallsBack("cannot be connected to");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 60, 100, 120})
  void anAnswerThatBreaksOffOnceIsAskedForAgain(long bytes) {
    network.cutAfterFromServer(bytes);
    CodeBlock block = counter.lease(JAVA, 10);

    assertThat(block).isEqualTo(new CodeBlock(10, 20));
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void aBodyThatStopsIsGivenUpWithItsConnection() {
    try (StuckServer stuck = StuckServer.afterBytes(5)) {
      CodeCounter counting = counters.counter(row, clock, Counters.TIMEOUT, stuck.url());

      assertThat(counting.lease(JAVA, 10)).isEqualTo(new CodeBlock(0, 10));
      assertThat(log.lines()).singleElement().asString().endsWith(" does not answer within 300 ms");
      stuck.awaitEndOfConnection();
    }
  }

  @Test
  void aDeadKeyGeneratorIsLeftAloneForAFewSeconds() {
    generator.behave((exchange, _) -> answer(exchange, 500, ""));
    for (int i = 0; i < 100; i++) {
      counter.lease(JAVA, 10);
    }
    assertThat(generator.asked()).isEqualTo(1);
    clock.advance(A_FEW_SECONDS);
    counter.lease(JAVA, 10);
    counter.lease(JAVA, 10);

    assertThat(generator.asked()).isEqualTo(2);
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void whenItLeasesAgainThatIsSaidOnce() {
    generator.behave((exchange, _) -> answer(exchange, 500, ""));
    counter.lease(JAVA, 10);
    generator.behaveWell();
    clock.advance(A_FEW_SECONDS);
    counter.lease(JAVA, 10);
    counter.lease(JAVA, 10);

    assertThat(generator.asked()).isEqualTo(3);
    assertThat(log.lines()).hasSize(2).last().isEqualTo("INFO Key generators lease counts again.");
  }

  @Test
  void aKeyGeneratorOnAnotherStoreIsFoundOut() {
    counter.raise(JAVA, 41);
    generator.behave((exchange, _) -> answer(exchange, 200, block("java", 40, 50)));

    assertFallsBack("leases counts that were leased before; does it stand on the same store?");
    assertThat(counter.lease(JAVA, 10)).isEqualTo(new CodeBlock(52, 62));
  }

  @Test
  void aBlockThatWasLeasedBeforeIsNotTaken() {
    counter.lease(JAVA, 10);
    generator.behave((exchange, _) -> answer(exchange, 200, block("java", 0, 10)));

    assertFallsBack("leases counts that were leased before; does it stand on the same store?");
  }

  @Test
  void withTheStoreAwayTooTheOutageIsSaid() {
    network.cut();
    row.goAway();

    assertThatThrownBy(() -> counter.lease(JAVA, 10)).isInstanceOf(CodeCounterUnavailable.class);
  }

  @Test
  void withTheStoreAwayAKeyGeneratorIsEnough() {
    Row away = new Row();
    away.goAway();

    assertThat(new KeygenCodeCounter(generators, away, clock).lease(JAVA, 10)).isEqualTo(new CodeBlock(0, 10));
  }

  @Test
  void theNextIsAskedAndKeptTo() {
    try (TestKeyGenerator second = new TestKeyGenerator(row)) {
      CodeCounter counting = counters.counter(row, clock, Counters.TIMEOUT, url, second.url());
      generator.behave((exchange, _) -> answer(exchange, 503, ""));
      for (int i = 0; i < 3; i++) {
        counting.lease(JAVA, 10);
      }
      assertThat(generator.asked()).isEqualTo(1);
      assertThat(second.asked()).isEqualTo(3);

      generator.behaveWell();
      second.behave((exchange, _) -> answer(exchange, 503, ""));
      counting.lease(JAVA, 10);

      assertThat(generator.asked()).isEqualTo(2);
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void healthSaysWhatIsFallenBackOn() {
    assertThat(health()).isEqualTo(Health.UP);

    generator.behave((exchange, _) -> answer(exchange, 401, ""));
    counter.lease(JAVA, 10);
    assertThat(health()).isEqualTo(new Health(true, "counts come from the store: " + url + " answers 401"));

    generator.behaveWell();
    clock.advance(A_FEW_SECONDS);
    counter.lease(JAVA, 10);
    assertThat(health()).isEqualTo(Health.UP);

    generator.health(503);
    assertThat(health()).isEqualTo(
        new Health(true, "counts come from the store: " + url + " /healthz answers 503"));

    network.cut();
    assertThat(health())
        .isEqualTo(new Health(true, "counts come from the store: " + url + " cannot be connected to"));
  }

  @Test
  void healthNamesTheOneThatIsNotWell() {
    KeyGenerators both = counters.generators(Counters.TIMEOUT, generator.url(), "http://127.0.0.1:1");

    assertThat(new KeygenHealthCheck(both).check())
        .isEqualTo(new Health(true, "http://127.0.0.1:1 cannot be connected to"));
  }
}
