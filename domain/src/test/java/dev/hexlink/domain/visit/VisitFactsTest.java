package dev.hexlink.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitFactsTest {
  private static final Instant AT = Instant.parse("2026-11-01T12:00:00.123456789Z");

  @Test
  void keepsWholeMilliseconds() {
    assertThat(facts("", "").at()).isEqualTo(Instant.parse("2026-11-01T12:00:00.123Z"));
  }

  @Test
  void cutsHeadersThatAreTooLong() {
    VisitFacts facts = facts("u".repeat(513), "r".repeat(1_025));

    assertThat(facts.userAgent()).isEqualTo("u".repeat(512));
    assertThat(facts.referrer()).isEqualTo("r".repeat(1_024));
  }

  @Test
  void keepsHeadersThatFit() {
    VisitFacts facts = facts("u".repeat(512), "r".repeat(1_024));

    assertThat(facts.userAgent()).hasSize(512);
    assertThat(facts.referrer()).hasSize(1_024);
  }

  /** Half a character would not come back from UTF-8 as it went in. */
  @Test
  void cutsNoCharacterInHalf() {
    assertThat(facts("u".repeat(511) + "😀", "").userAgent()).isEqualTo("u".repeat(511));
    assertThat(facts("u".repeat(510) + "😀", "").userAgent()).isEqualTo("u".repeat(510) + "😀");
  }

  private static VisitFacts facts(String userAgent, String referrer) {
    return new VisitFacts(new LinkId(new UUID(1, 2)), LinkKey.of(new ShortCode("code")), AT, Network.UNKNOWN, 0,
        userAgent, referrer, false);
  }
}
