package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {
  @ParameterizedTest
  @CsvSource({"https://example.com/, example.com", "http://example.com:8080/a:b, example.com",
      "https://example.com?q=a:1, example.com", "https://example.com#a:1, example.com",
      "https://[2001:db8::1]/, [2001:db8::1]",
      "https://[2001:db8::1]:8443/, [2001:db8::1]", "https://192.0.2.1/x, 192.0.2.1"})
  void tellsItsHost(String url, String host) {
    assertThat(new TargetUrl(url).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://", "ftp://example.com/", "javascript:alert(1)", "HTTPS://example.com/",
      "//example.com/", "https://exämple.com/", "https://example.com/a b", "https://example.com/\r\nX: y"})
  void isNothingButPrintableAsciiOverHttp(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TargetUrl(text));
  }

  @Test
  void hasAtMost2048Characters() {
    String start = "https://example.com/";

    assertThat(new TargetUrl(start + "x".repeat(2_028)).value()).hasSize(2_048);
    assertThatIllegalArgumentException().isThrownBy(() -> new TargetUrl(start + "x".repeat(2_029)));
  }
}
