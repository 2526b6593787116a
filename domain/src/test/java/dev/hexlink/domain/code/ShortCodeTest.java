package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortCodeTest {
  private static final String LONGEST = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "-", "_", "Summer-2026", LONGEST})
  void isMadeOfLettersDigitsHyphenAndUnderscore(String text) {
    assertThat(ShortCode.parse(text)).contains(new ShortCode(text));
    assertThat(new ShortCode(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "a.b", "a+", "ä", "а", "a\n", "a\u0000", "%61", LONGEST + "x"})
  void isNothingElse(String text) {
    assertThat(ShortCode.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new ShortCode(text));
  }

  @Test
  void tellsCaseApart() {
    assertThat(new ShortCode("Abc")).isNotEqualTo(new ShortCode("abc")).isLessThan(new ShortCode("abc"));
  }
}
