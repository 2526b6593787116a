package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.UserAgents;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Traits.Device;
import dev.hexlink.domain.visit.VisitFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link UserAgents} keeps to. */
@ExtendWith(SeededCases.class)
public interface UserAgentsContract {
  UserAgents userAgents();

  @Test
  default void aBrowserOnADeskIsRead() {
    Traits traits = userAgents().traitsOf("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    assertThat(traits.browser()).isEqualTo("Firefox");
    assertThat(traits.operatingSystem()).isEqualTo("Linux");
    assertThat(traits.device()).isEqualTo(Device.DESKTOP);
    assertThat(traits.bot()).isFalse();
  }

  @Test
  default void aBrowserInAHandIsRead() {
    Traits traits = userAgents().traitsOf("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
        + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1");
    assertThat(traits.operatingSystem()).isEqualTo("iOS");
    assertThat(traits.device()).isEqualTo(Device.MOBILE);
    assertThat(traits.bot()).isFalse();
  }

  @Test
  default void programsAreBots() {
    for (String userAgent : List.of("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")) {
      Traits traits = userAgents().traitsOf(userAgent);
      assertThat(traits.bot()).as(userAgent).isTrue();
      assertThat(traits.device()).as(userAgent).isEqualTo(Device.BOT);
    }
  }

  @Test
  default void whatIsNotKnownIsUnknown(Seeded some) {
    assertThat(userAgents().traitsOf("")).isEqualTo(Traits.UNKNOWN);
    assertThat(userAgents().traitsOf(some.word())).isEqualTo(Traits.UNKNOWN);
  }

  @Test
  default void anyTextHasAnAnswer(Seeded some) {
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      some.random().ints(some.random().nextInt(VisitFacts.LONGEST_USER_AGENT), 0, 0x3000)
          .forEach(c -> text.append((char) c));
      assertThat(userAgents().traitsOf(text.toString())).isNotNull();
    }
    assertThat(userAgents().traitsOf("Mozilla/5.0 (".repeat(39))).isNotNull();
  }
}
