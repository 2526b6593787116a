package dev.hexlink.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitCountsTest {
  @Test
  void addsUp() {
    assertThat(new VisitCounts(5, 2).plus(new VisitCounts(3, 3))).isEqualTo(new VisitCounts(8, 5));
    assertThat(VisitCounts.NONE.plus(new VisitCounts(3, 1))).isEqualTo(new VisitCounts(3, 1));
  }
}
