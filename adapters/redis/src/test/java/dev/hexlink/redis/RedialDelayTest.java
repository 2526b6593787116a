package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedialDelayTest {
  private final RedialDelay delay = new RedialDelay(Duration.ofMillis(50), Duration.ofSeconds(1));

  @Test
  void eachFailureDoublesItUpToABound() {
    List<Long> most = List.of(50L, 100L, 200L, 400L, 800L, 1_000L, 1_000L);
    for (int failures = 0; failures < most.size(); failures++) {
      Duration longest = Duration.ofMillis(most.get(failures));
      assertThat(delays(failures)).allMatch(it -> it.compareTo(longest) <= 0)
          .allMatch(it -> it.compareTo(longest.dividedBy(2)) >= 0);
    }
    assertThat(delays(Integer.MAX_VALUE)).allMatch(it -> it.compareTo(Duration.ofSeconds(1)) <= 0);
  }

  @Test
  void notAllComeBackAtOnce() {
    assertThat(delays(5).stream().distinct().count()).isGreaterThan(50);
  }

  private List<Duration> delays(int failures) {
    Random random = new Random(7);
    return IntStream.range(0, 100).mapToObj(_ -> delay.after(failures, random)).toList();
  }
}
