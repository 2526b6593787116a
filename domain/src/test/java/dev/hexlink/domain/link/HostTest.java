package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "localhost", "go.example.com", "xn--bcher-kva.example", "go.example:8443", "192.0.2.1",
      "a-b.c", "a--b.c"})
  void isALowerCaseHostName(String text) {
    assertThat(new Host(text)).hasToString(text);
    assertThat(Host.parse(text)).contains(new Host(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "bücher.example", "a_b", "a b", "a:", "a:x",
      "a:123456", "http://a", "a/b", "[::1]", "a\n", "a@b"})
  void isNothingElse(String text) {
    assertThat(Host.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Host(text));
  }

  @Test
  void isReadInAnyCaseButMadeInLowerCase() {
    assertThat(Host.parse("Go.EXAMPLE.com")).contains(new Host("go.example.com"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Host("Go.example.com"));
  }

  @Test
  void hasAtMost255Characters() {
    String longest = "a.".repeat(127) + "a";

    assertThat(Host.parse(longest)).isPresent();
    assertThat(Host.parse(longest + "a")).isEmpty();
  }

  @Test
  void oneStandsForTheBaseUrlsHost() {
    assertThat(Host.DEFAULT.isDefault()).isTrue();
    assertThat(new Host("go.example").isDefault()).isFalse();
  }
}
