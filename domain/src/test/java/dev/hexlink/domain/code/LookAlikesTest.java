package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
  @ParameterizedTest
  @CsvSource({"O, 0", "l, 1", "I, 1", "i, L", "S, 5", "B, 8", "b, 6", "Z, 2", "g, 9", "q, 9", "_, -", "rn, m", "RN, M",
      "vv, w", "ABC, abc", "corner, comer", "paypa1, PAYPAL"})
  void textsThatLookAlikeShareASkeleton(String one, String other) {
    assertThat(LookAlikes.skeleton(one)).isEqualTo(LookAlikes.skeleton(other));
  }

  @ParameterizedTest
  @CsvSource({"a, b", "0, 1", "m, n", "ab, ba", "3, e", "4, a", "7, t", "u, v"})
  void otherTextsDoNot(String one, String other) {
    assertThat(LookAlikes.skeleton(one)).isNotEqualTo(LookAlikes.skeleton(other));
  }

  @Test
  void aSkeletonIsItsOwnSkeleton() {
    String skeleton = LookAlikes.skeleton("rrnn-VVvv_0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    assertThat(LookAlikes.skeleton(skeleton)).isEqualTo(skeleton);
  }
}
