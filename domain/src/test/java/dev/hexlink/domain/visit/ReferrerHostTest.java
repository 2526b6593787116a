package dev.hexlink.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferrerHostTest {
  @ParameterizedTest
  @CsvSource({"https://News.Example/one,news.example", "http://www.a.example:8080/x?y#z,www.a.example",
      "https://a.example?q,a.example", "https://user:pw@a.example/,a.example",
      "android-app://com.google.android.gm/,com.google.android.gm", "http://[2001:DB8::1]:80/,[2001:db8::1]",
      "http://[2001:db8::1],[2001:db8::1]", "'',''", "about:blank,''", "not a url,''", "://x,''", "https://,''"})
  void isTheHostInLowerCaseWithoutPort(String referrer, String host) {
    assertThat(ReferrerHost.of(referrer)).isEqualTo(host);
  }
}
