package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexlink.domain.code.Snowflake.Mark;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnowflakeTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.250Z");
  private static final long TICK = NOW.toEpochMilli() - Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final int LAST_SEQUENCE = 4_095;

  @Test
  void aNewMillisecondBeginsItsOwnSequence() {
    Mark first = Mark.before(NOW).next(NOW);

    assertThat(first).isEqualTo(new Mark(TICK, 0));
    assertThat(first.next(NOW)).isEqualTo(new Mark(TICK, 1));
    assertThat(first.next(NOW.plusMillis(7))).isEqualTo(new Mark(TICK + 7, 0));
    assertThat(first.instant()).isEqualTo(NOW);
  }

  @Test
  void aUsedUpMillisecondBorrowsFromTheNext() {
    assertThat(new Mark(TICK, LAST_SEQUENCE).next(NOW)).isEqualTo(new Mark(TICK + 1, 0));
  }

  @Test
  void aClockSetBackRepeatsNothing() {
    Instant hourAgo = NOW.minusSeconds(3_600);

    assertThat(new Mark(TICK, 7).next(hourAgo)).isEqualTo(new Mark(TICK, 8));
    assertThat(new Mark(TICK, LAST_SEQUENCE).next(hourAgo)).isEqualTo(new Mark(TICK + 1, 0));
  }

  @Test
  void numbersOfAWorkerRiseWhateverTheClockDoes() {
    RandomGenerator random = Seed.fresh();
    Mark mark = Mark.before(NOW);
    long last = -1;
    for (int i = 0; i < 50_000; i++) {
      mark = mark.next(NOW.plusMillis(random.nextInt(-5, 6)));
      long number = Snowflake.number(mark, 3);
      assertThat(number).isGreaterThan(last);
      last = number;
    }
  }

  @Test
  void workersShareNoNumber() {
    Set<Long> numbers = new HashSet<>();
    for (int worker = 0; worker < Snowflake.WORKERS; worker++) {
      for (int sequence : new int[]{0, 1, LAST_SEQUENCE}) {
        assertThat(numbers.add(Snowflake.number(new Mark(TICK, sequence), worker))).isTrue();
        assertThat(numbers.add(Snowflake.number(new Mark(TICK + 1, sequence), worker))).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Snowflake.WORKERS})
  void refusesOtherWorkers(int worker) {
    assertThatIllegalArgumentException().isThrownBy(() -> Snowflake.number(new Mark(TICK, 0), worker));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-12-31T23:59:59.999Z", "2095-09-07T15:47:35.552Z"})
  void refusesTimesItCannotTell(String time) {
    Instant instant = Instant.parse(time);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snowflake.number(Mark.before(instant).next(instant), 0));
  }

  /** Made by a second implementation, in Python, of the construction described in docs/allocation.md. */
  @ParameterizedTest
  @CsvSource({
      Keys.COUNTING_HEX + ", 0, 4HrC3L0lCtI", Keys.COUNTING_HEX + ", 110528299008032767, 5xz3PcvV2qd",
      Keys.MIXED_HEX + ", 0, 6BqW6qycA6g", Keys.MIXED_HEX + ", 110528299008032767, 3rciD6YKVRD"})
  void theCodeOfANumberNeverChanges(String key, long number, String code) {
    CodeKey codeKey = CodeKey.parse(key).orElseThrow();

    assertThat(Snowflake.codeOf(number, codeKey, Alphabet.BASE62)).isEqualTo(new ShortCode(code));
    assertThat(Snowflake.numberOf(new ShortCode(code), codeKey, Alphabet.BASE62)).hasValue(number);
  }

  @Test
  void theLayoutIsTimeThenWorkerThenSequence() {
    assertThat(Snowflake.number(new Mark(26_352_000_000L, LAST_SEQUENCE), 7)).isEqualTo(110_528_299_008_032_767L);
    assertThat(Snowflake.number(new Mark((1L << 41) - 1, LAST_SEQUENCE), Snowflake.WORKERS - 1))
        .isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz, 11", "0123456789ABCDEFGHJKMNPQRSTVWXYZ, 13",
      "0123456789abcdef, 16"})
  void codesHaveTheOneLengthThatHolds63Bits(String symbols, int length) {
    RandomGenerator random = Seed.fresh();
    var alphabet = new Alphabet(symbols);
    for (int i = 0; i < 1_000; i++) {
      long number = random.nextLong(Long.MAX_VALUE);
      ShortCode code = Snowflake.codeOf(number, Keys.MIXED, alphabet);
      assertThat(code.value()).hasSize(length);
      assertThat(Snowflake.numberOf(code, Keys.MIXED, alphabet)).hasValue(number);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzzzzzzzzz", "AzL8n0Y58m7", "0000000000", "000000000000", "0000000000-"})
  void aCodeThatNoNumberHasTellsNone(String code) {
    assertThat(Snowflake.numberOf(new ShortCode(code), Keys.MIXED, Alphabet.BASE62)).isEmpty();
  }
}
