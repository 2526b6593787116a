package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
  @ParameterizedTest
  @CsvSource({"news, news", "News, news", "' news\t', news", "ÜBER, über", "a-b_c.d/e, a-b_c.d/e", "日本, 日本"})
  void isReadInAnyCaseWithoutTheSpaceAround(String text, String tag) {
    assertThat(Tag.parse(text)).contains(new Tag(tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a,b", "a\tb", "a\nb", "a\u0000b", "a\u2028b"})
  void isOneWord(String text) {
    assertThat(Tag.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Tag(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"News", " news", "ÜBER"})
  void isMadeInLowerCaseOnly(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Tag(text));
  }

  @Test
  void hasAtMost64Characters() {
    assertThat(Tag.parse("x".repeat(64))).isPresent();
    assertThat(Tag.parse("x".repeat(65))).isEmpty();
  }
}
