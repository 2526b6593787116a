package dev.hexlink.postgres.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MultirangeTest {
  @Test
  void neighboursAreOneRange() {
    assertThat(Multirange.of(List.of(0L, 1L, 2L))).isEqualTo("{[0,3)}");
    assertThat(Multirange.of(LongStream.range(7, 10_007).boxed().toList())).isEqualTo("{[7,10007)}");
  }

  @Test
  void gapsPartRanges() {
    assertThat(Multirange.of(List.of(0L, 2L, 3L, 9L))).isEqualTo("{[0,1),[2,4),[9,10)}");
  }

  @Test
  void noneAreNone() {
    assertThat(Multirange.of(List.of())).isEqualTo("{}");
  }
}
