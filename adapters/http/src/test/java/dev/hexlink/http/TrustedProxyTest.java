package dev.hexlink.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.Caller;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Property(name = "hexlink.http.trusted-proxies", value = "127.0.0.0/8, 10.0.0.0/8,fd00::/8")
class TrustedProxyTest extends ServerTest {
  TrustedProxyTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      X-Forwarded-For | 203.0.113.9                        | 203.0.113.9
      X-Forwarded-For | 6.6.6.6, 203.0.113.9               | 203.0.113.9
      X-Forwarded-For | 203.0.113.9, 10.1.2.3              | 203.0.113.9
      X-Forwarded-For | 6.6.6.6,203.0.113.9,10.1.2.3,10.4.5.6 | 203.0.113.9
      X-Forwarded-For | 203.0.113.9:4711                   | 203.0.113.9
      X-Forwarded-For | 10.9.9.9                           | 10.9.9.9
      X-Forwarded-For | 6.6.6.6, nonsense                  | 127.0.0.1
      X-Forwarded-For | 6.6.6.6, nonsense, 10.1.2.3        | 10.1.2.3
      X-Forwarded-For | 6.6.6.6,                           | 127.0.0.1
      X-Forwarded-For | example.com                        | 127.0.0.1
      X-Forwarded-For | 2001:db8:1:2:3::4                  | 2001:db8:1:2::/64
      X-Forwarded-For | [2001:db8:1:2:3::4]:443            | 2001:db8:1:2::/64
      X-Forwarded-For | 2001:db8::1%eth0                   | 127.0.0.1
      X-Forwarded-For | 6.6.6.6, fd12::1                   | 6.6.6.6
      Forwarded       | for=203.0.113.9                    | 203.0.113.9
      Forwarded       | for=6.6.6.6, For="203.0.113.9:80";proto=https | 203.0.113.9
      Forwarded       | proto=https;for=203.0.113.9;by=10.0.0.1, for=10.1.2.3 | 203.0.113.9
      Forwarded       | for="[2001:db8:1:2:3::4]"          | 2001:db8:1:2::/64
      Forwarded       | for=6.6.6.6, for=_hidden           | 127.0.0.1
      Forwarded       | for=6.6.6.6, for=unknown           | 127.0.0.1
      Forwarded       | for=6.6.6.6, proto=https           | 127.0.0.1
      Forwarded       | for="6.6.6.6, for=7.7.7.7"         | 127.0.0.1
      """)
  void theNearestAddressThatIsNoProxyCounts(String header, String value, String address) {
    browser.post("/api/v1/links", "{\"longUrl\":\"https://example.com/\"}", header, value);

    assertThat(hexlink.callers).containsExactly(new Caller("address:" + address, true));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      203.0.113.9 | for=203.0.113.9 | 203.0.113.9
      203.0.113.9 | for=6.6.6.6     | 127.0.0.1
      6.6.6.6     | for=203.0.113.9 | 127.0.0.1
      """)
  void ofTwoHeadersThatDifferNeitherIsBelieved(String customary, String standard, String address) {
    browser.post("/api/v1/links", "{\"longUrl\":\"https://example.com/\"}", "X-Forwarded-For", customary, "Forwarded",
        standard);

    assertThat(hexlink.callers).containsExactly(new Caller("address:" + address, true));
  }
}
