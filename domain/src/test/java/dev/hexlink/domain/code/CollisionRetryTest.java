package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollisionRetryTest {
  @Test
  void allowsEightAttempts() {
    assertThat(CollisionRetry.DEFAULT.allowsAnotherAfter(7)).isTrue();
    assertThat(CollisionRetry.DEFAULT.allowsAnotherAfter(8)).isFalse();
  }

  @Test
  void takesMoreThanThreeCollisionsInALeaseForACounterThatForgot() {
    assertThat(CollisionRetry.DEFAULT.counterWentBackwards(3)).isFalse();
    assertThat(CollisionRetry.DEFAULT.counterWentBackwards(4)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "8, -1"})
  void refusesPoliciesThatAllowNothing(int attempts, int tolerated) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CollisionRetry(attempts, tolerated));
  }
}
