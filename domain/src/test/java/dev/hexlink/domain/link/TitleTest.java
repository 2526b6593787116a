package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleTest {
  @ParameterizedTest
  @ValueSource(strings = {"A", "Summer sale 2026", "<b>&amp;</b>", "日本語 😀"})
  void isOneLine(String text) {
    assertThat(Title.parse(" " + text + "\n")).contains(new Title(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "a\nb", "a\tb", "a\u0000b", "a\u007fb", "a\u0085b", "a\u2028b", "a\u2029b"})
  void isNothingElse(String text) {
    assertThat(Title.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Title(text));
  }

  @Test
  void hasAtMost512Characters() {
    assertThat(Title.parse("x".repeat(512))).isPresent();
    assertThat(Title.parse("x".repeat(513))).isEmpty();
  }
}
