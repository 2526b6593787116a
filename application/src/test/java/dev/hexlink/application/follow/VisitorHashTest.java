package dev.hexlink.application.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.fakes.HeapInstallation;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class VisitorHashTest {
  private static final InetAddress V4 = Samples.address("203.0.113.77");
  private static final InetAddress V6 = Samples.address("2001:db8::1");
  private static final Instant NOON = MutableClock.START;

  private final HeapInstallation installation = new HeapInstallation();
  private final MutableClock clock = new MutableClock();
  private final VisitorHash hash = new VisitorHash(installation, clock, Seeds.fresh());

  @Test
  void isTheSameForTheSameVisitorOnOneDay() {
    hash.refresh();

    assertThat(hash.of(V4, "Firefox", NOON)).isNotZero().isEqualTo(hash.of(V4, "Firefox", NOON.plusSeconds(3_600)));
  }

  @Test
  void differsByAddressUserAgentAndDay() {
    hash.refresh();

    assertThat(new long[]{hash.of(V4, "Firefox", NOON), hash.of(V4, "Chrome", NOON), hash.of(V6, "Firefox", NOON),
        hash.of(Samples.address("203.0.113.78"), "Firefox", NOON),
        hash.of(V4, "Firefox", NOON.plus(Duration.ofDays(1)))})
        .doesNotHaveDuplicates();
  }

  @Test
  void isTheSameInAllInstances() {
    VisitorHash other = new VisitorHash(installation, clock, Seeds.fresh());
    hash.refresh();
    other.refresh();

    assertThat(other.of(V6, "Firefox", NOON)).isEqualTo(hash.of(V6, "Firefox", NOON));
  }

  @Test
  void hasTomorrowsSaltBeforeMidnight() {
    hash.refresh();
    installation.outage.begin();

    assertThat(hash.of(V4, "", Instant.parse("2026-03-11T00:00:00Z"))).isNotZero();
  }

  @Test
  void doesNotTellApartWithoutASalt() {
    installation.outage.begin();
    hash.refresh();
    assertThat(hash.of(V4, "", NOON)).isZero();

    installation.outage.end();
    hash.refresh();
    assertThat(hash.of(V4, "", NOON)).isNotZero();
  }

  @Test
  void keepsADaysSaltThroughTheDayAndForgetsItSoonAfter() {
    hash.refresh();
    long before = hash.of(V4, "", NOON);
    clock.advance(Duration.ofDays(1));
    hash.refresh();
    assertThat(hash.of(V4, "", NOON)).as("late visits of yesterday").isEqualTo(before);

    clock.advance(Duration.ofDays(1));
    hash.refresh();
    assertThat(hash.of(V4, "", NOON)).isZero();
    assertThat(installation.salts).doesNotContainKey(LocalDate.parse("2026-03-10"));
  }
}
