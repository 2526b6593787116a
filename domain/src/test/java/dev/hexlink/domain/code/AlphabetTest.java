package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTest {
  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcdef", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"})
  void acceptsDistinctLettersAndDigits(String symbols) {
    assertThat(new Alphabet(symbols).size()).isEqualTo(symbols.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0123456789abcde", "0123456789abcdee", "0123456789abcde-", "0123456789abcdeé",
      "0123456789abcde "})
  void refusesFewRepeatedOrForeignSymbols(String symbols) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Alphabet(symbols));
  }

  @Test
  void hasTheUsualOrderOfBase62() {
    assertThat(Alphabet.BASE62.symbols()).matches("0.*9A.*Za.*z").hasSize(62);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "61, 1, z", "62, 2, 10", "0, 4, 0000", "9223372036854775807, 11, AzL8n0Y58m7"})
  void writesAndReadsPositionalNotation(long number, int length, String text) {
    assertThat(Alphabet.BASE62.write(number, length)).isEqualTo(text);
    assertThat(Alphabet.BASE62.read(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AzL8n0Y58m8", "zzzzzzzzzzz", "10000000000000", "1-2", "ü"})
  void readsNothingFromForeignSymbolsOrBeyond63Bits(String text) {
    assertThat(Alphabet.BASE62.read(text)).isEqualTo(-1);
  }
}
