package dev.hexlink.http.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.UserAgents;
import dev.hexlink.contracts.UserAgentsContract;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.http.HttpSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UapUserAgentsTest implements UserAgentsContract {
  private final UapUserAgents agents = new UapUserAgents(
      new HttpSettings(List.of(), Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofHours(1), 100));

  @Override
  public UserAgents userAgents() {
    return agents;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox | Linux | DESKTOP | false
      Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0 | Edge | Windows | DESKTOP | false
      Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15 | Safari | Mac OS X | DESKTOP | false
      Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1 | Mobile Safari | iOS | MOBILE | false
      Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1 | Mobile Safari | iOS | TABLET | false
      Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 | Chrome Mobile | Android | MOBILE | false
      Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 | Chrome | Android | TABLET | false
      Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 | Chrome | Chrome OS | DESKTOP | false
      Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | Googlebot | Other | BOT | true
      facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php) | FacebookBot | Other | BOT | true
      curl/8.5.0 | curl | Other | BOT | true
      python-requests/2.31.0 | Python Requests | Other | BOT | true
      Go-http-client/1.1 | Go-http-client | Other | BOT | true
      Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36 | HeadlessChrome | Linux | BOT | true
      nonsense | Other | Other | OTHER | false
      """)
  void usualOnesAreKnown(String userAgent, String browser, String system, Traits.Device device, boolean bot) {
    assertThat(agents.traitsOf(userAgent)).isEqualTo(new Traits(browser, system, device, bot));
  }

  @Test
  void nothingTellsNothing() {
    assertThat(agents.traitsOf("")).isEqualTo(Traits.UNKNOWN);
    assertThat(agents.traitsOf("  ")).isEqualTo(Traits.UNKNOWN);
  }

  @Test
  void nothingMakesItThrow() {
    for (String text : List.of("\u0000\ud800", "(".repeat(100_000), "Mozilla/5.0 (".repeat(10_000), "a".repeat(1 << 20),
        "%n%s\n\r<script>")) {
      assertThat(agents.traitsOf(text)).isNotNull();
    }
  }
}
