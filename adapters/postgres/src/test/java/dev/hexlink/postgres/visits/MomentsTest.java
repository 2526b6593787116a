package dev.hexlink.postgres.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final Instant MOMENT = Instant.parse("2026-11-30T10:14:59.123Z");

  @Test
  void aBoundIsTheFirstMillisecondThatIsNotBefore() {
    assertThat(Moments.notBefore(MOMENT)).isEqualTo(MOMENT);
    assertThat(Moments.notBefore(MOMENT.plusNanos(1))).isEqualTo(MOMENT.plusMillis(1));
    assertThat(Moments.notBefore(MOMENT.minusNanos(1))).isEqualTo(MOMENT);
  }

  @Test
  void whatTheStoreCannotHoldIsTheNearestItCan() {
    assertThat(Moments.storable(MOMENT)).isEqualTo(MOMENT);
    assertThat(Moments.storable(Instant.MAX)).isEqualTo("9999-12-31T23:59:59.999Z");
    assertThat(Moments.notBefore(Instant.MIN)).isEqualTo("0001-01-01T00:00:00Z");
  }

  @Test
  void aQuarterBeginsWithItsFirstMoment() {
    int quarter = Moments.quarterOf(MOMENT);
    assertThat(Moments.startOf(quarter)).isEqualTo("2026-11-30T10:00:00Z");
    assertThat(Moments.quarterOf(Instant.parse("2026-11-30T10:15:00Z"))).isEqualTo(quarter + 1);
    assertThat(Moments.quarterOf(Instant.EPOCH.minusMillis(1))).isEqualTo(-1);
  }
}
