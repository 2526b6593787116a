package dev.hexlink.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class VisitIdTest {
  private static final Epoch EPOCH = new Epoch(0, 10);

  @Test
  void sequencesBeginAtZero() {
    assertThat(new VisitId(EPOCH, 0)).hasToString("0000000000000000000000000000000a:0");
    assertThatIllegalArgumentException().isThrownBy(() -> new VisitId(EPOCH, -1));
  }

  @Test
  void sortsByEpochThenSequence() {
    assertThat(new VisitId(EPOCH, 9)).isLessThan(new VisitId(EPOCH, 10));
    assertThat(new VisitId(EPOCH, 10)).isLessThan(new VisitId(new Epoch(0, 11), 0));
  }
}
