package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordPolicyTest {
  private final WordPolicy policy = WordPolicy.standard();

  @ParameterizedTest
  @ValueSource(strings = {"api", "API", "ap1", "healthz", "hea1th2", "docs", "d0c5", "well_known", "l0gin", "adrnin"})
  void reservesWordsHoweverTheyAreWritten(String code) {
    assertThat(policy.isReserved(new ShortCode(code))).isTrue();
    assertThat(policy.allowsGenerated(new ShortCode(code))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"apis", "my-api", "a", "documents"})
  void reservesWholeWordsOnly(String code) {
    assertThat(policy.isReserved(new ShortCode(code))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xxshitxx", "xxSH1Txx", "5hit0000", "aFuCkb", "d1ck0000"})
  void blocksWordsAnywhereInACode(String code) {
    assertThat(policy.spellsBlockedWord(new ShortCode(code))).isTrue();
    assertThat(policy.allowsGenerated(new ShortCode(code))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8G3aMny5", "Summer-2026", "sh-it", "a"})
  void allowsTheRest(String code) {
    assertThat(policy.allowsGenerated(new ShortCode(code))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "ACME", "acme-shop"})
  void takesTheWordsItIsGiven(String code) {
    var own = new WordPolicy(List.of("ACME-shop"), List.of("Acme"));

    assertThat(own.allowsGenerated(new ShortCode(code))).isFalse();
    assertThat(own.allowsGenerated(new ShortCode("api"))).isTrue();
  }
}
