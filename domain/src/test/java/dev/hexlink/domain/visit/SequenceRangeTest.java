package dev.hexlink.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceRangeTest {
  @Test
  void isHalfOpen() {
    var range = new SequenceRange(3, 6);

    assertThat(range.size()).isEqualTo(3);
    assertThat(range.contains(2)).isFalse();
    assertThat(range.contains(3)).isTrue();
    assertThat(range.contains(5)).isTrue();
    assertThat(range.contains(6)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 0", "5, 4"})
  void holdsAtLeastOneSequenceAndNoneBelowZero(long start, long end) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SequenceRange(start, end));
  }
}
