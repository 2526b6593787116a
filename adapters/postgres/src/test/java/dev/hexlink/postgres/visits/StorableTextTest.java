package dev.hexlink.postgres.visits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "ünï 漢字", "\u0001\uFFFF\r\n", "a \ud83d\ude00 face", "\ud83d\ude00"})
  void whatTheStoreCanHoldIsLeftAsItIs(String text) {
    assertThat(StorableText.isStorable(text)).isTrue();
    assertThat(StorableText.of(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({"'\0',\uFFFD", "a\0b,a\uFFFDb", "a\ud83d,a\uFFFD", "\ude00b,\uFFFDb", "\ude00\ud83d,\uFFFD\uFFFD",
      "\ud83d\ud83d\ude00\ude00,\uFFFD\ud83d\ude00\uFFFD"})
  void whatItCannotHoldIsReplaced(String text, String storable) {
    assertThat(StorableText.isStorable(text)).isFalse();
    assertThat(StorableText.of(text)).isEqualTo(storable);
  }
}
