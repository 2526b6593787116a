package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SeededCases.class)
class TimestampsTest {
  private final Timestamps timestamps = new Timestamps();

  @Test
  void everyInstantIsWrittenAsTheLibraryWritesIt(Seeded some) {
    instants(some).forEach(instant -> assertThat(timestamps.write(instant)).isEqualTo(instant.toString()));
  }

  @Test
  void everyInstantIsReadAsItWasWritten(Seeded some) {
    instants(some).forEach(instant -> assertThat(timestamps.read(instant.toString())).isEqualTo(instant));
  }

  @Test
  void oneIsAsGoodForReadingAsForWriting(Seeded some) {
    instants(some).forEach(instant -> assertThat(timestamps.read(timestamps.write(instant))).isEqualTo(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Z", "2026-11-22T10:15:30.12xZ", "2026-11-22T10:15:30.123z ", "2026-13-22T10:15:30.123Z",
      "2026-11-22 10:15:30.123Z", "2026-11-22T10:15:30,123Z", "today's date is: unknownZ"})
  void whatIsNoneIsRefused(String text) {
    assertThat(timestamps.read("2026-11-22T10:15:30.001Z")).isEqualTo(Instant.ofEpochMilli(1_795_342_530_001L));
    assertThatThrownBy(() -> timestamps.read(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void anotherZoneAndOtherFractionsAreRead() {
    assertThat(timestamps.read("2026-11-22T11:15:30.12+01:00")).isEqualTo(Instant.parse("2026-11-22T10:15:30.120Z"));
  }

  private static Stream<Instant> instants(Seeded some) {
    Stream<Instant> anywhere = IntStream.range(0, 500).mapToObj(_ -> some.instant());
    Stream<Instant> close = LongStream.range(0, 3_000).mapToObj(n -> some.midnight().plusMillis(n));
    Stream<Instant> far = Stream.of(Instant.EPOCH, Instant.ofEpochMilli(-1), Instant.parse("0000-01-01T00:00:00Z"),
        Instant.parse("-1000-01-01T00:00:00.001Z"), Instant.parse("+12345-01-01T00:00:00.120Z"));
    return Stream.of(anywhere, close, far).flatMap(instants -> instants);
  }
}
