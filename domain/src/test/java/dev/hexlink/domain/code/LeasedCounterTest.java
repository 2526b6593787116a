package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeasedCounterTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 1_000, 100_000})
  void leasesOneToAHundredThousandCounts(int blockSize) {
    assertThat(new LeasedCounter(blockSize).blockSize()).isEqualTo(blockSize);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100_001})
  void refusesOtherSizes(int blockSize) {
    assertThatIllegalArgumentException().isThrownBy(() -> new LeasedCounter(blockSize));
  }
}
