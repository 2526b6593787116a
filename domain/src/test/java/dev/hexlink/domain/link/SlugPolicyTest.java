package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexlink.domain.code.WordPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugPolicyTest {
  private final SlugPolicy policy = new SlugPolicy(3, WordPolicy.standard());

  @ParameterizedTest
  @ValueSource(strings = {"abc", "Summer-Sale_2026", "123"})
  void allowsMostSlugs(String slug) {
    assertThat(policy.judge(slug)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ab, TOO_SHORT", "'', TOO_SHORT", "a b, BAD_CHARACTER", "äöü, BAD_CHARACTER", "a/b, BAD_CHARACTER",
      "API, RESERVED", "l0gin, RESERVED", "holy-sh1t, BLOCKED_WORD"})
  void tellsWhyItRefuses(String slug, SlugRefusal why) {
    assertThat(policy.judge(slug)).contains(why);
  }

  @Test
  void refusesMoreThan64Characters() {
    assertThat(policy.judge("x".repeat(64))).isEmpty();
    assertThat(policy.judge("x".repeat(65))).contains(SlugRefusal.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65})
  void refusesShortestLengthsThatNoSlugHas(int shortest) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SlugPolicy(shortest, WordPolicy.standard()));
  }
}
