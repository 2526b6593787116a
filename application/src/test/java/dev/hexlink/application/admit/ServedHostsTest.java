package dev.hexlink.application.admit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.TargetUrl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedHostsTest {
  private static final ShortCode CODE = new ShortCode("code");
  private static final Host OTHER = new Host("go.example");
  private final ServedHosts hosts = new ServedHosts("https://Hex.example", List.of(OTHER));

  @ParameterizedTest
  @CsvSource({"hex.example, default", "HEX.example, default", "go.example, go.example", "GO.Example, go.example",
      "evil.example, default", "'', default", "default, default", "a b, default", "go.example:8443, default",
      "'<script>', default"})
  void servesAnyNameItDoesNotKnowAsTheDefaultHost(String header, String host) {
    assertThat(hosts.served(header)).isEqualTo(new Host(host));
  }

  @ParameterizedTest
  @CsvSource({"hex.example, default", "Hex.Example, default", "go.example, go.example", "evil.example, ", "default, ",
      "'', "})
  void knowsTheNamesThatCallersMean(String name, String host) {
    assertThat(hosts.named(name).map(Host::name).orElse(null)).isEqualTo(host);
  }

  @Test
  void writesShortUrlsInFull() {
    assertThat(hosts.shortUrl(LinkKey.of(CODE))).isEqualTo("https://Hex.example/code");
    assertThat(hosts.shortUrl(new LinkKey(OTHER, CODE))).isEqualTo("https://go.example/code");
    assertThat(new ServedHosts("http://localhost:8080/s", List.of()).shortUrl(LinkKey.of(CODE)))
        .isEqualTo("http://localhost:8080/s/code");
    assertThat(hosts.nameOf(Host.DEFAULT)).isEqualTo("hex.example");
    assertThat(hosts.nameOf(OTHER)).isEqualTo("go.example");
  }

  @ParameterizedTest
  @CsvSource({"https://hex.example/code, true", "http://hex.example, true", "https://hex.example?x=1, true",
      "https://hex.example#top, true", "https://go.example/x, true", "https://hex.example./code, true",
      "https://go.example./code, true", "https://hex.example.evil.example/, false",
      "https://evil.example/https://hex.example/, false", "https://evil.example?hex.example, false",
      "https://other.example:8443/, false"})
  void knowsItsOwnShortLinks(String target, boolean own) {
    assertThat(hosts.serves(new TargetUrl(target))).isEqualTo(own);
  }

  @Test
  void knowsItsOwnShortLinksThoughThePortIsWritten() {
    ServedHosts written = new ServedHosts("https://hex.example:443", List.of());
    ServedHosts local = new ServedHosts("http://localhost.example:8080", List.of());

    assertThat(written.serves(new TargetUrl("https://hex.example/code"))).isTrue();
    assertThat(local.serves(new TargetUrl("http://localhost.example:8080/code"))).isTrue();
    assertThat(local.serves(new TargetUrl("http://localhost.example:9090/code"))).isFalse();
  }

  @Test
  void keepsTheDefaultHostWhenItIsNamedAmongTheOthers() {
    ServedHosts twice = new ServedHosts("https://hex.example", List.of(new Host("hex.example"), OTHER, Host.DEFAULT));

    assertThat(twice.served("hex.example")).isEqualTo(Host.DEFAULT);
    assertThat(twice.named("hex.example")).contains(Host.DEFAULT);
    assertThat(twice.all()).containsExactly(Host.DEFAULT, OTHER);
  }

  @Test
  void listsTheDefaultHostFirst() {
    assertThat(hosts.all()).containsExactly(Host.DEFAULT, OTHER);
  }
}
