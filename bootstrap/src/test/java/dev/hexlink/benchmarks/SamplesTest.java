package dev.hexlink.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void hasTheMiddleRoundAsMedianWhateverTheOrder() {
    assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
    assertThat(Samples.of(9, 1, 5, 3).median()).isEqualTo(4);
    assertThat(Samples.of(9, 1, 5).rounds()).containsExactly(9.0, 1.0, 5.0);
  }

  @Test
  void dividesRoundByRoundAndNotMedianByMedian() {
    Samples ratios = Samples.of(10, 40, 90).ratios(Samples.of(10, 20, 30));

    assertThat(ratios.rounds()).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void isWrittenWithItsSpread() {
    assertThat(Unit.PER_SECOND.write(Samples.of(1_200, 98_765.4, 3_000))).isEqualTo("3,000/s (1,200–98,765)");
    assertThat(Unit.MICROS.write(Samples.of(7.512))).isEqualTo("7.51 µs");
  }
}
