package dev.hexlink.application.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HitRateTest {
  private long redirects;
  private long loads;
  private final HitRate rate = new HitRate(() -> redirects, () -> loads);

  @Test
  void isThePartThatDidNotAskTheStore() {
    sample(100, 25);
    assertThat(rate.last()).isEqualTo(0.75, within(1e-9));
    sample(1_000, 10);
    assertThat(rate.last()).as("since the last sample alone").isEqualTo(0.99, within(1e-9));
  }

  @Test
  void saysNothingOfATimeInWhichLittleHappened() {
    assertThat(rate.last()).isEqualTo(1);
    sample(49, 49);
    assertThat(rate.last()).isEqualTo(1);
    sample(1, 0);
    assertThat(rate.last()).as("with what was left aside before").isEqualTo(0.02, within(1e-9));
  }

  @Test
  void isNeverBelowNothing() {
    sample(100, 300);
    assertThat(rate.last()).isZero();
  }

  private void sample(long moreRedirects, long moreLoads) {
    redirects += moreRedirects;
    loads += moreLoads;
    rate.sample();
  }
}
