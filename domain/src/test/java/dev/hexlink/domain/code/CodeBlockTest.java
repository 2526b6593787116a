package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeBlockTest {
  @ParameterizedTest
  @CsvSource({"0, 1, 1", "5, 1005, 1000", "0, 9223372036854775807, 9223372036854775807"})
  void isHalfOpen(long start, long end, long size) {
    assertThat(new CodeBlock(start, end).size()).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 0", "5, 4", "-9223372036854775808, 9223372036854775807"})
  void holdsAtLeastOneCountAndNoneBelowZero(long start, long end) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CodeBlock(start, end));
  }
}
