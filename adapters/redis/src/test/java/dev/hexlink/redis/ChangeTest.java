package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SeededCases.class)
class ChangeTest {
  @Test
  void manyChangesAreOne(Seeded some) {
    for (int round = 0; round < 2_000; round++) {
      long begin = some.random().nextInt(10);
      long count = begin;
      Change change = Change.NONE;
      for (int n = some.random().nextInt(8); n > 0; n--) {
        int more = some.random().nextInt(-9, 10);
        count = Math.max(0, count + more);
        change = change.then(more);
      }
      assertThat(Math.max(0, begin - change.loss()) + change.gain()).as("%s of %d", change, begin).isEqualTo(count);
    }
  }

  @Test
  void whatComesAndGoesIsNothing() {
    assertThat(Change.NONE.then(3).then(-3).isNothing()).isTrue();
    assertThat(Change.NONE.then(-3).then(3).isNothing()).isFalse();
  }

  @Test
  void whatTakesAwayWaitsALittle() {
    long now = Long.MAX_VALUE - 5;
    WaitingChange loss = WaitingChange.after(null, -1, now);
    WaitingChange gain = WaitingChange.after(null, 1, now);
    assertThat(gain).isNotNull().matches(it -> it.isDue(now));
    assertThat(loss).isNotNull().matches(it -> !it.isDue(now + 999_999_999))
        .matches(it -> it.isDue(now + 1_000_000_000));
    assertThat(WaitingChange.after(loss, 1, now + 7)).isEqualTo(new WaitingChange(new Change(1, 1), now));
    assertThat(WaitingChange.after(gain, -1, now)).isNull();
  }
}
