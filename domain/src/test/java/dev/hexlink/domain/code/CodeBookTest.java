package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeBookTest {
  private static final long CODES_OF_8 = 218_340_105_584_896L;
  private static final long CODES_OF_10 = 839_299_365_868_340_224L;
  private final CodeBook book = new CodeBook(Keys.COUNTING, Alphabet.BASE62, 8);

  @ParameterizedTest
  @CsvSource({
      "4, 0, 4", "4, 14775, 4", "4, 14776, 5", "4, 916131, 5", "4, 916132, 6", "4, 56800234, 6", "4, 56800235, 7",
      "8, 0, 8", "8, 218340105583, 8", "8, 218340105584, 9", "8, 13537086546262, 9", "8, 13537086546263, 10",
      "8, 839299365868340223, 10", "10, 0, 10", "10, 839299365868340223, 10"})
  void lengthGrowsWhenAThousandthOfTheCodesIsIssued(int shortest, long value, int length) {
    var ofShortest = new CodeBook(Keys.COUNTING, Alphabet.BASE62, shortest);

    assertThat(ofShortest.lengthOf(value)).isEqualTo(length);
    assertThat(ofShortest.codeOf(value).value()).hasSize(length);
  }

  /** Made by a second implementation, in Python, of the construction described in docs/allocation.md. */
  @ParameterizedTest
  @CsvSource({
      Keys.COUNTING_HEX + ", 0, 8G3aMny5",
      Keys.COUNTING_HEX + ", 1, YF8rnvY0",
      Keys.COUNTING_HEX + ", 16, GZVuIgsS",
      Keys.COUNTING_HEX + ", 1000000, dxsgvvqy",
      Keys.COUNTING_HEX + ", 218340105583, qkEd74gC",
      Keys.COUNTING_HEX + ", 218340105584, 7MxzLfHl2",
      Keys.COUNTING_HEX + ", 13537086546263, kizZI21wnW",
      Keys.COUNTING_HEX + ", 839299365868340223, GnH15iRtfQ",
      Keys.MIXED_HEX + ", 0, gk9rdxno",
      Keys.MIXED_HEX + ", 1, TgqmUNXw",
      Keys.MIXED_HEX + ", 16, ORcHOGqY",
      Keys.MIXED_HEX + ", 1000000, 9nu9fIiO",
      Keys.MIXED_HEX + ", 218340105583, iRnJnN5o",
      Keys.MIXED_HEX + ", 218340105584, ZOiYHWami",
      Keys.MIXED_HEX + ", 13537086546263, YGxhEbW06A",
      Keys.MIXED_HEX + ", 839299365868340223, 3tuk5NFoTd"})
  void theCodeOfAValueNeverChanges(String key, long value, String code) {
    var ofKey = new CodeBook(CodeKey.parse(key).orElseThrow(), Alphabet.BASE62, 8);

    assertThat(ofKey.codeOf(value)).isEqualTo(new ShortCode(code));
    assertThat(ofKey.valueOf(new ShortCode(code))).hasValue(value);
  }

  @Test
  void aCodeTellsItsValue() {
    RandomGenerator random = Seed.fresh();
    LongStream values = LongStream.generate(() -> random.nextLong(CODES_OF_10) >>> random.nextInt(58)).limit(20_000);

    values.forEach(value -> assertThat(book.valueOf(book.codeOf(value))).hasValue(value));
  }

  @Test
  void aHundredThousandValuesHaveAsManyCodes() {
    var smallest = new CodeBook(Keys.MIXED, Alphabet.BASE62, 4);

    assertThat(LongStream.range(0, 100_000).mapToObj(smallest::codeOf).distinct()).hasSize(100_000);
  }

  @Test
  void aCodeThatNoValueHasTellsNone() {
    var permutation = new CodePermutation(Keys.COUNTING, CODES_OF_8);
    var space = new CodeSpace(Alphabet.BASE62, 8);
    ShortCode ofLastIssued = space.codeAt(permutation.permute(CODES_OF_8 / 1_000 - 1));
    ShortCode ofFirstNeverIssued = space.codeAt(permutation.permute(CODES_OF_8 / 1_000));

    assertThat(book.valueOf(ofLastIssued)).hasValue(CODES_OF_8 / 1_000 - 1);
    assertThat(book.valueOf(ofFirstNeverIssued)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "12345678901", "slug-for", "slug_for", "zzzzzzzzzzzzzzzzzzzzzzzzzzzz"})
  void aCodeOfAnotherKindTellsNoValue(String code) {
    assertThat(book.valueOf(new ShortCode(code))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, CODES_OF_10, Long.MAX_VALUE})
  void refusesValuesItHasNoCodeFor(long value) {
    assertThatIllegalArgumentException().isThrownBy(() -> book.codeOf(value));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, 11})
  void refusesShortestLengthsOutsideFourToTen(int shortest) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CodeBook(Keys.COUNTING, Alphabet.BASE62, shortest));
  }
}
