package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestNameTest {
  private final Instant now = Instant.now();

  @Test
  void neverComesTwice() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      names.add(TestName.fresh());
    }
    assertThat(names).hasSize(10_000);
  }

  @Test
  void isLeftOverAfterADay() {
    assertThat(TestName.isLeftOver(TestName.madeAt(now.minus(Duration.ofHours(25))))).isTrue();
    assertThat(TestName.isLeftOver(TestName.madeAt(now.minus(Duration.ofHours(25))) + ":short:abc\n")).isTrue();
    assertThat(TestName.isLeftOver(TestName.madeAt(now.minus(Duration.ofHours(23))))).isFalse();
    assertThat(TestName.isLeftOver(TestName.fresh())).isFalse();
  }

  @Test
  void leavesAloneWhatIsNotOurs() {
    assertThat(TestName.isLeftOver("hexlink_test_")).isFalse();
    assertThat(TestName.isLeftOver("hexlink_test_1000000000")).isFalse();
    assertThat(TestName.isLeftOver("my_hexlink_test_1000000000_0123456789ab")).isFalse();
    assertThat(TestName.isLeftOver("postgres")).isFalse();
  }
}
