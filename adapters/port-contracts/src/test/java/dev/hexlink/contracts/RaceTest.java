package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RaceTest {
  @Test
  void resultsComeInTheOrderOfTheRunners() {
    assertThat(Race.of(5, i -> i * i)).isEqualTo(List.of(0, 1, 4, 9, 16));
  }

  @Test
  void allRunAtTheSameTime() {
    CountDownLatch others = new CountDownLatch(Race.RUNNERS);
    List<Boolean> met = Race.of(Race.RUNNERS, _ -> {
      others.countDown();
      return others.await(20, TimeUnit.SECONDS);
    });
    assertThat(met).containsOnly(true);
  }

  @Test
  void aRunnersFailureIsTheRaces() {
    assertThatThrownBy(() -> Race.each(3, i -> {
      if (i == 2) {
        throw new IllegalStateException("stumbled");
      }
    })).isInstanceOf(AssertionError.class).hasRootCauseMessage("stumbled");
  }
}
