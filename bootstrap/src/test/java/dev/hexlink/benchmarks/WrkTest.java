package dev.hexlink.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrkTest {
  @Test
  void countsOnlyWhatSucceededAsDone() {
    Load load = Wrk.parse("""
        Running 2s test @ http://127.0.0.1:1/abc
        measured requests=1000 micros=2000000 refused=100 broken=3 p50=250 p99=7500
        """, 0.5);

    assertThat(load.succeeded()).isEqualTo(900);
    assertThat(load.failed()).isEqualTo(103);
    assertThat(load.perSecond()).isEqualTo(450);
    assertThat(load.cpuMicros()).isEqualTo(500);
    assertThat(load.p50()).isEqualTo(0.25);
    assertThat(load.p99()).isEqualTo(7.5);
  }

  @Test
  void doesNotTakeSilenceForZero() {
    assertThatThrownBy(() -> Wrk.parse("unable to connect to 127.0.0.1:1", 0)).isInstanceOf(Impossible.class)
        .hasMessageContaining("unable to connect");
  }
}
