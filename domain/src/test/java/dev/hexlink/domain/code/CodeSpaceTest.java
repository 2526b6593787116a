package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSpaceTest {
  @ParameterizedTest
  @CsvSource({"1, 62", "4, 14776336", "5, 916132832", "6, 56800235584", "7, 3521614606208", "8, 218340105584896",
      "9, 13537086546263552", "10, 839299365868340224"})
  void holdsAllCodesOfItsLength(int length, long size) {
    assertThat(new CodeSpace(Alphabet.BASE62, length).size()).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({"0, 000", "1, 001", "61, 00z", "62, 010", "238327, zzz"})
  void numbersItsCodesInTheOrderOfTheAlphabet(long number, String code) {
    var space = new CodeSpace(Alphabet.BASE62, 3);

    assertThat(space.codeAt(number)).isEqualTo(new ShortCode(code));
    assertThat(space.numberOf(new ShortCode(code))).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "0000", "0-0", "0_0"})
  void knowsNoNumberOfAForeignCode(String code) {
    assertThat(new CodeSpace(Alphabet.BASE62, 3).numberOf(new ShortCode(code))).isEmpty();
  }

  @Test
  void refusesNumbersOutside() {
    var space = new CodeSpace(Alphabet.BASE62, 3);

    assertThatIllegalArgumentException().isThrownBy(() -> space.codeAt(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> space.codeAt(238_328));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 11})
  void refusesLengthsOutsideOneToTen(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CodeSpace(Alphabet.BASE62, length));
  }
}
