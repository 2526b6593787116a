package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class SeededTest {
  @Test
  void theSameSeedMakesTheSameValues() {
    assertThat(new Seeded(7).link()).isEqualTo(new Seeded(7).link());
    assertThat(new Seeded(7).link()).isNotEqualTo(new Seeded(8).link());
  }

  @Test
  void everythingLiesInTheTwoDaysBeforeMidnight() {
    Seeded some = new Seeded(1);
    for (int i = 0; i < 1_000; i++) {
      assertThat(some.instant()).isBefore(some.midnight()).isAfterOrEqualTo(some.midnight().minusSeconds(2 * 86_400));
    }
  }

  @Test
  @ExtendWith(SeededCases.class)
  void aCaseGetsASeedOfItsOwn(Seeded some) {
    assertThat(some.link()).isNotEqualTo(new Seeded(some.seed() + 1).link());
  }
}
