package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time limit is for a permutation that is none: its walk need not end. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class CodePermutationTest {
  private static final int SAMPLES = 20_000;

  /** All codes of lengths 1 to 4: 14,776,336 numbers at length 4. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void reachesEveryCodeOfTheShortLengthsExactlyOnce(int length) {
    int size = Math.toIntExact(new CodeSpace(Alphabet.BASE62, length).size());

    assertReachesEveryNumber(new CodePermutation(Keys.COUNTING, size), size);
  }

  /** Sizes that fill the Feistel width, miss it by one, or need nearly four walks. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 7, 15, 16, 17, 63, 64, 65, 255, 256, 257, 1_000, 1_023, 1_024, 1_025, 4_097, 65_537})
  void reachesEveryNumberOfAnySizeUnderAnyKey(int size) {
    RandomGenerator random = Seed.fresh();
    for (int i = 0; i < 5; i++) {
      assertReachesEveryNumber(new CodePermutation(Keys.any(random), size), size);
    }
  }

  @ParameterizedTest
  @MethodSource("largeSizes")
  void isUndoneByItsInverse(long size) {
    RandomGenerator random = Seed.fresh();
    var permutation = new CodePermutation(Keys.any(random), size);
    LongStream inside = LongStream.generate(() -> random.nextLong(size)).limit(SAMPLES);

    LongStream.concat(LongStream.of(0, 1, size / 2, size - 2, size - 1), inside).forEach(number -> {
      long permuted = permutation.permute(number);
      assertThat(permuted).isBetween(0L, size - 1);
      assertThat(permutation.invert(permuted)).isEqualTo(number);
      assertThat(permutation.permute(permutation.invert(number))).isEqualTo(number);
    });
  }

  static Stream<Long> largeSizes() {
    Stream<Long> codes = Stream.of(5, 6, 7, 8, 9, 10).map(length -> new CodeSpace(Alphabet.BASE62, length).size());
    return Stream.concat(codes, Stream.of(Long.MAX_VALUE, 1L << 62, (1L << 62) + 1));
  }

  /** Made by a second implementation, in Python, of the construction described in docs/allocation.md. */
  @ParameterizedTest
  @CsvSource({
      Keys.COUNTING_HEX + ", 2, 0, 1",
      Keys.COUNTING_HEX + ", 5, 4, 3",
      Keys.COUNTING_HEX + ", 62, 1, 27",
      Keys.COUNTING_HEX + ", 3844, 1298, 1740",
      Keys.COUNTING_HEX + ", 14776336, 14108236, 6457959",
      Keys.COUNTING_HEX + ", 916132832, 805895641, 280763844",
      Keys.COUNTING_HEX + ", 218340105584896, 29085006400897, 150401498481014",
      Keys.COUNTING_HEX + ", 839299365868340224, 534515385290225611, 227351979399889644",
      Keys.COUNTING_HEX + ", 9223372036854775807, 3598942409381862460, 8399484491693029569",
      Keys.MIXED_HEX + ", 2, 1, 0",
      Keys.MIXED_HEX + ", 5, 3, 4",
      Keys.MIXED_HEX + ", 62, 22, 61",
      Keys.MIXED_HEX + ", 3844, 3720, 3093",
      Keys.MIXED_HEX + ", 14776336, 6741771, 9238956",
      Keys.MIXED_HEX + ", 916132832, 800512913, 193581535",
      Keys.MIXED_HEX + ", 218340105584896, 150529662163572, 159418126182024",
      Keys.MIXED_HEX + ", 839299365868340224, 523930108643172772, 52819793599033293",
      Keys.MIXED_HEX + ", 9223372036854775807, 5196170913712749910, 6717477796268698825"})
  void neverChanges(String key, long size, long ofFirst, long ofLast) {
    var permutation = new CodePermutation(CodeKey.parse(key).orElseThrow(), size);

    assertThat(permutation.permute(0)).isEqualTo(ofFirst);
    assertThat(permutation.permute(size - 1)).isEqualTo(ofLast);
    assertThat(permutation.invert(ofFirst)).isZero();
    assertThat(permutation.invert(ofLast)).isEqualTo(size - 1);
  }

  @Test
  void refusesNumbersOutsideItsSize() {
    var permutation = new CodePermutation(Keys.COUNTING, 62);

    assertThatIllegalArgumentException().isThrownBy(() -> permutation.permute(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> permutation.permute(62));
    assertThatIllegalArgumentException().isThrownBy(() -> permutation.invert(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> permutation.invert(62));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 0, -1, Long.MIN_VALUE})
  void refusesSizesBelowTwo(long size) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CodePermutation(Keys.COUNTING, size));
  }

  /** As many different results as there are numbers, all of them inside: then each is reached once. */
  private static void assertReachesEveryNumber(CodePermutation permutation, int size) {
    boolean[] reached = new boolean[size];
    LongStream.range(0, size).parallel().forEach(number -> reached[(int) permutation.permute(number)] = true);
    int count = 0;
    for (boolean one : reached) {
      count += one ? 1 : 0;
    }
    assertThat(count).isEqualTo(size);
  }
}
