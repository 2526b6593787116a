package dev.hexlink.application.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.domain.visit.SequenceRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangesTest {
  @Test
  void joinsWhatTouchesOrOverlaps() {
    Ranges ranges = Ranges
        .of(List.of(new SequenceRange(5, 7), new SequenceRange(0, 3), new SequenceRange(3, 4),
            new SequenceRange(6, 9)));

    assertThat(ranges.ranges()).containsExactly(new SequenceRange(0, 4), new SequenceRange(5, 9));
  }

  @Test
  void agreesWithASetOfBits() {
    Random random = Seeds.fresh();
    for (int round = 0; round < 500; round++) {
      BitSet bits = new BitSet();
      List<SequenceRange> given = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        int start = random.nextInt(40);
        int end = start + 1 + random.nextInt(8);
        bits.set(start, end);
        given.add(new SequenceRange(start, end));
      }
      Ranges ranges = Ranges.of(given);
      int from = random.nextInt(50);
      int to = from + random.nextInt(20);
      assertThat(ranges.contains(from)).isEqualTo(bits.get(from));
      assertThat(ranges.firstMissing(from)).isEqualTo(bits.nextClearBit(from));
      assertThat(ranges.countWithin(from, to)).isEqualTo(bits.get(from, to).cardinality());
    }
  }

  @Test
  void addsOtherRanges() {
    assertThat(Ranges.NONE.and(Ranges.of(List.of(new SequenceRange(1, 2)))).ranges())
        .containsExactly(new SequenceRange(1, 2));
  }
}
