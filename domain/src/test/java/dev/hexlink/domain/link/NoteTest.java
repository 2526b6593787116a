package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
  @ParameterizedTest
  @ValueSource(strings = {"x", "first\r\nsecond\tcolumn\n", " kept as it is "})
  void mayHaveLinesAndColumns(String text) {
    assertThat(Note.parse(text)).contains(new Note(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "a\u0000b", "a\u001bb", "a\u007fb"})
  void isNeitherBlankNorControlled(String text) {
    assertThat(Note.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Note(text));
  }

  @Test
  void hasAtMost4096Characters() {
    assertThat(Note.parse("x".repeat(4_096))).isPresent();
    assertThat(Note.parse("x".repeat(4_097))).isEmpty();
  }
}
