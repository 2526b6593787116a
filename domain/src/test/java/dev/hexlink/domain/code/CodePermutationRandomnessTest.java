package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger sees of the codes looks like chance: every count is within five standard deviations of it. */
class CodePermutationRandomnessTest {
  /** A power of 4, so that every bit of a result is 0 as often as 1. */
  private static final int BITS = 46;
  private static final long SIZE = 1L << BITS;
  private static final int SAMPLES = 2_000;
  private static final int NEIGHBOURS = 1_000_000;
  private static final int FIRST_TWO_CHARACTERS = 62 * 62;

  private final RandomGenerator random = Seed.steady();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 11, 22, 23, 24, 37, 45})
  void anInputBitTurnsHalfOfTheOutputBits(int bit) {
    var permutation = new CodePermutation(Keys.any(random), SIZE);

    assertHalfTurn(number -> permutation.permute(number) ^ permutation.permute(number ^ (1L << bit)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 16, 17, 1_000})
  void aNeighbourDiffersInHalfOfTheOutputBits(long distance) {
    var permutation = new CodePermutation(Keys.any(random), SIZE);

    assertHalfTurn(number -> permutation.permute(number) ^ permutation.permute((number + distance) % SIZE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 63, 64, 65, 100, 127})
  void aKeyBitTurnsHalfOfTheOutputBits(int bit) {
    CodeKey key = Keys.any(random);
    var permutation = new CodePermutation(key, SIZE);
    var other = new CodePermutation(flipped(key, bit), SIZE);

    assertHalfTurn(number -> permutation.permute(number) ^ other.permute(number));
  }

  /** Spaces of different sizes and equal Feistel width share nothing. */
  @ParameterizedTest
  @ValueSource(longs = {SIZE - 1, SIZE - 62, SIZE / 2 + 1})
  void aSizeTurnsHalfOfTheOutputBitsBelowIt(long size) {
    CodeKey key = Keys.any(random);
    var whole = new CodePermutation(key, SIZE);
    var smaller = new CodePermutation(key, size);
    int comparable = 20;
    long mask = (1L << comparable) - 1;

    assertHalfTurn(number -> (whole.permute(number % size) ^ smaller.permute(number % size)) & mask, comparable);
  }

  /** 16 is the distance of neighbours within a stack. */
  @ParameterizedTest
  @ValueSource(longs = {1, Stack.MOST})
  void neighboursShareTheirFirstTwoCharactersAsOftenAsChance(long distance) {
    var book = new CodeBook(Keys.any(random), Alphabet.BASE62, 8);
    long first = random.nextLong(1_000_000_000L);

    long shared = LongStream.range(0, NEIGHBOURS)
        .parallel()
        .map(i -> first + i * distance)
        .filter(value -> firstTwo(book, value).equals(firstTwo(book, value + distance)))
        .count();

    assertThat((double) shared).isBetween(expectedShared() - 5 * Math.sqrt(expectedShared()),
        expectedShared() + 5 * Math.sqrt(expectedShared()));
  }

  private static double expectedShared() {
    return (double) NEIGHBOURS / FIRST_TWO_CHARACTERS;
  }

  private static String firstTwo(CodeBook book, long value) {
    return book.codeOf(value).value().substring(0, 2);
  }

  private void assertHalfTurn(LongUnaryOperator turnedBits) {
    assertHalfTurn(turnedBits, BITS);
  }

  private void assertHalfTurn(LongUnaryOperator turnedBits, int bits) {
    long turned = random.longs(SAMPLES, 0, SIZE).map(number -> Long.bitCount(turnedBits.applyAsLong(number))).sum();
    double tosses = (double) SAMPLES * bits;

    assertThat((double) turned).isBetween(tosses / 2 - 5 * Math.sqrt(tosses) / 2,
        tosses / 2 + 5 * Math.sqrt(tosses) / 2);
  }

  private static CodeKey flipped(CodeKey key, int bit) {
    return bit < Long.SIZE
        ? new CodeKey(key.high(), key.low() ^ (1L << bit))
        : new CodeKey(key.high() ^ (1L << (bit - Long.SIZE)), key.low());
  }
}
