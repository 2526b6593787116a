package dev.hexlink.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.Traits.Device;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifiedVisitTest {
  @ParameterizedTest
  @CsvSource({"false, false, false", "true, false, true", "false, true, true", "true, true, true"})
  void isAutomatedWhenAProgramOrAPrefetchFollowedTheLink(boolean bot, boolean prefetch, boolean automated) {
    var facts = new VisitFacts(new LinkId(new UUID(1, 2)), LinkKey.of(new ShortCode("code")), Instant.EPOCH,
        Network.UNKNOWN, 0, "", "", prefetch);
    var visit = new Visit(new VisitId(new Epoch(0, 1), 0), facts);

    assertThat(new ClassifiedVisit(visit, new Traits("Other", "Other", Device.OTHER, bot)).isAutomated())
        .isEqualTo(automated);
  }
}
