package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreGeneratedPoolTest {
  @ParameterizedTest
  @CsvSource({"0, 100", "1, 99", "19, 81", "20, 0", "21, 0", "100, 0", "101, 0", "9000000000, 0"})
  void isFilledUpWhenItFallsBelowItsMark(long fill, int missing) {
    assertThat(new PreGeneratedPool(100, 20).missing(fill)).isEqualTo(missing);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "100, 0", "100, 101", "-1, -1"})
  void refusesMarksOutsideItsCapacity(int capacity, int refillBelow) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PreGeneratedPool(capacity, refillBelow));
  }
}
