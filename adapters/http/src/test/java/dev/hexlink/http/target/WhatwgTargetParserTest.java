package dev.hexlink.http.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.TargetParser;
import dev.hexlink.application.spi.TargetParser.Parsing;
import dev.hexlink.contracts.TargetParserContract;
import dev.hexlink.domain.link.TargetUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatwgTargetParserTest implements TargetParserContract {
  private static final int ROUNDS = 200_000;
  private final WhatwgTargetParser parser = new WhatwgTargetParser();

  @Override
  public TargetParser targetParser() {
    return parser;
  }

  private String canonical(String text) {
    return switch (parser.parse(text)) {
      case Parsing.Parsed(var target) -> target.value();
      case Parsing.Refused(var why) -> why.name();
    };
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      http://x.y => http://x.y/
      HTTP://x.y => http://x.y/
      hTTpS://X.Y/Z => https://x.y/Z
      http://EXAMPLE.com:80/../a/./b?q=ü#é => http://example.com/a/b?q=%C3%BC#%C3%A9
      https://x.y:443 => https://x.y/
      https://x.y:80/ => https://x.y:80/
      http://x.y:443/ => http://x.y:443/
      http://x.y:8080 => http://x.y:8080/
      http://x.y: => http://x.y/
      http://x.y:0 => http://x.y:0/
      http://x.y:080 => http://x.y/
      http://x.y:65535 => http://x.y:65535/
      http://x.y:0000000000000000443 => http://x.y:443/
      http://x.y? => http://x.y/?
      http://x.y# => http://x.y/#
      http://x.y?a#b?c#d => http://x.y/?a#b?c#d
      http://x.y/?a/../b => http://x.y/?a/../b
      http://x.y//a///b/ => http://x.y//a///b/
      http://x.y/a/.. => http://x.y/
      http://x.y/a/../ => http://x.y/
      http://x.y/a/b/.. => http://x.y/a/
      http://x.y/a/. => http://x.y/a/
      http://x.y/../../.. => http://x.y/
      http://x.y/a/%2e%2E/b/%2e/c => http://x.y/b/c
      http://x.y/a/.%2e => http://x.y/
      http://x.y/a/...  => http://x.y/a/...
      http://x.y/a/..%2f => http://x.y/a/..%2f
      http://x.y/%zz%7e%7E~% => http://x.y/%zz%7e%7E~%
      http://x.y/a b"c<d>e{f}g^h`i|j => http://x.y/a%20b%22c%3Cd%3Ee%7Bf%7Dg%5Eh%60i|j
      http://x.y/?a b"c<d>e{f}g^h'i|j\\k => http://x.y/?a%20b%22c%3Cd%3Ee{f}g^h%27i|j\\k
      http://x.y/#a b"c<d>e{f}g^h'i|j\\k => http://x.y/#a%20b%22c%3Cd%3Ee{f}g^h'i|j\\k
      http://x.y/[]@:!$&'()*+,;= => http://x.y/[]@:!$&'()*+,;=
      http://x.y/😀 => http://x.y/%F0%9F%98%80
      http://ex%61mple.com => http://example.com/
      http://Bücher.de/ü => http://xn--bcher-kva.de/%C3%BC
      http://b%C3%BCcher.de/ => http://xn--bcher-kva.de/
      http://faß.de => http://xn--fa-hia.de/
      http://xn--fa-hia.de => http://xn--fa-hia.de/
      http://XN--FA-HIA.de => http://xn--fa-hia.de/
      http://βόλος.com => http://xn--nxasmm1c.com/
      http://日本語。jp => http://xn--wgv71a119e.jp/
      http://ＧＯ.com => http://go.com/
      http://☃.net => http://xn--n3h.net/
      http://a_b.com => http://a_b.com/
      http://-a.com => http://-a.com/
      http://a-.com => http://a-.com/
      http://ab--cd.com => http://ab--cd.com/
      http://ü-.com => http://xn----dha.com/
      http://example.com. => http://example.com./
      http://1 => http://0.0.0.1/
      http://0x7f.1 => http://127.0.0.1/
      http://0x7F000001 => http://127.0.0.1/
      http://017700000001 => http://127.0.0.1/
      http://4294967295 => http://255.255.255.255/
      http://1.2.3 => http://1.2.0.3/
      http://1.2.3.4. => http://1.2.3.4/
      http://１２７.0.0.1 => http://127.0.0.1/
      http://0x.0x => http://0.0.0.0/
      http://[::1] => http://[::1]/
      http://[::FFFF:1.2.3.4]/ => http://[::ffff:102:304]/
      http://[1:0:0:2::3] => http://[1:0:0:2::3]/
      http://[1:0:0:2:0:0:0:3] => http://[1:0:0:2::3]/
      http://[1:2:3:4:5:6:7::] => http://[1:2:3:4:5:6:7:0]/
      http://[0:0:0:0:0:0:0:0]:80/ => http://[::]/
      http://[2001:DB8::1]:8080/x => http://[2001:db8::1]:8080/x
      """)
  void whatTheStandardReadsIsKeptInItsCanonicalForm(String text, String expected) {
    assertThat(canonical(text)).isEqualTo(expected);
    assertThat(canonical(expected)).as("read again").isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
      http:///x.y => MALFORMED
      http:/x.y => MALFORMED
      http:x.y => MALFORMED
      http://// => MALFORMED
      http:\\\\x.y => MALFORMED
      http:/\\x.y => MALFORMED
      http://\\x.y => MALFORMED
      http://x.y\\a => MALFORMED
      http://x.y/a\\b => MALFORMED
      http:// => MALFORMED
      http://? => MALFORMED
      http://:80 => MALFORMED
      x.y => MALFORMED
      //x.y => MALFORMED
      /a => MALFORMED
      1http://x.y => MALFORMED
      see http://x.y => MALFORMED
      http://ex ample.com => MALFORMED
      http://ex%20ample.com => MALFORMED
      http://ex%2fample.com => MALFORMED
      http://ex%25ample.com => MALFORMED
      http://ex%ample.com => MALFORMED
      http://%ff.com => MALFORMED
      http://a<b.c => MALFORMED
      http://a^b.c => MALFORMED
      http://a|b.c => MALFORMED
      http://a..b => MALFORMED
      http://.a.b => MALFORMED
      http://a.b.. => MALFORMED
      http://. => MALFORMED
      http://xn--a.de => MALFORMED
      http://xn--.de => MALFORMED
      http://xn--a-ä.de => MALFORMED
      http://x.y:99999 => MALFORMED
      http://x.y:65536 => MALFORMED
      http://x.y:-1 => MALFORMED
      http://x.y:8o => MALFORMED
      http://x.y:80:80 => MALFORMED
      http://x.y:１ => MALFORMED
      http://1.2.3.256 => MALFORMED
      http://256.1.1.1 => MALFORMED
      http://1.2.3.4.5 => MALFORMED
      http://4294967296 => MALFORMED
      http://09.1.1.1 => MALFORMED
      http://1..2 => MALFORMED
      http://a.1 => MALFORMED
      http://a.0x => MALFORMED
      http://0xfffffffffffffffffffff => MALFORMED
      http://[::1 => MALFORMED
      http://::1] => MALFORMED
      http://[::1]x => MALFORMED
      http://[:::1] => MALFORMED
      http://[1::2::3] => MALFORMED
      http://[1:2:3:4:5:6:7:8:9] => MALFORMED
      http://[1:2:3:4:5:6:7:8::] => MALFORMED
      http://[12345::] => MALFORMED
      http://[::1%25eth0] => MALFORMED
      http://[::1.2.3] => MALFORMED
      http://[::1.2.3.256] => MALFORMED
      http://[::01.2.3.4] => MALFORMED
      http://[1.2.3.4::] => MALFORMED
      http://[v1.a] => MALFORMED
      http://[] => MALFORMED
      http://a@b.c => CREDENTIALS
      http://a:b@c.d => CREDENTIALS
      http://@b.c => CREDENTIALS
      http://:@b.c => CREDENTIALS
      http://a@b@c.d => CREDENTIALS
      ftp://x.y => SCHEME
      mailto:a@b.c => SCHEME
      javascript:alert(1) => SCHEME
      data:text/html,x => SCHEME
      file:///etc/passwd => SCHEME
      httpx://x.y => SCHEME
      localhost:8080/x => SCHEME
      http://localhost => HOST_WITHOUT_DOT
      http://localhost./ => HOST_WITHOUT_DOT
      http://http://x => HOST_WITHOUT_DOT
      http://http// => HOST_WITHOUT_DOT
      http://ü => HOST_WITHOUT_DOT
      """)
  void whatTheStandardRefusesOrRepairsIsRefused(String text, String why) {
    assertThat(canonical(text)).isEqualTo(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {" http://x.y", "http://x.y ", "ht\ttp://x.y", "http://x.y/\ta", "http://x.y/a\nb",
      "http://x.y/a\rb", "http://x.y/\u0000", "http://x.y/\u007f", "\u0001http://x.y", "http://x.y/\ud800",
      "http://x.y/?\udc00", "http://x\u0000.y", "http://\u00ad.com", "http://a\u200db.com",
      "http://\u05d0a.com", "http://x.y\uff0fz.com", "http://a\u2100b.com\u2048"})
  void whatIsInvisibleOrMisleadingIsRefused(String text) {
    assertThat(canonical(text)).isEqualTo("MALFORMED");
  }

  @Test
  void nothingIsEmpty() {
    assertThat(canonical("")).isEqualTo("EMPTY");
    assertThat(canonical("  ")).isEqualTo("EMPTY");
  }

  @Test
  void theCanonicalFormHasAtMost2048Characters() {
    String longest = "http://x.y/" + "a".repeat(TargetUrl.LONGEST - 11);
    assertThat(canonical(longest)).isEqualTo(longest);
    assertThat(canonical(longest + "a")).isEqualTo("TOO_LONG");
    assertThat(canonical("http://x.y/" + "ä".repeat(340))).isEqualTo("TOO_LONG");
    assertThat(canonical("http://x.y/" + "a/../".repeat(500) + "b")).isEqualTo("http://x.y/b");
    assertThat(canonical("http://x.y/" + "a".repeat(1_000_000))).isEqualTo("TOO_LONG");
  }

  @Test
  void homepagesAsTheirMaintainersWroteThemAreRead() throws IOException {
    try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("/homepages-sample.txt"))) {
      List<String> homepages = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(homepages).isNotEmpty().allSatisfy(page -> assertThat(canonical(page)).startsWith("http"));
    }
  }

  @Test
  void whateverComesIsReadOrRefusedAndTheCanonicalFormStays() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] parts = {"http://", "https://", "x.y", "/", "?", "#", "..", ".", "%2e", "%", "\\", "@", ":", "80", "[",
        "]",
        "::1", "xn--", "ü", "ß", " ", "\t", "a", "0x7f", "1", "\ud83d\ude00", "\u200d", "\"", "<", "'", "|", "^", "{",
        "\ud800", "。", "%C3%BC"};
    int read = 0;
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : "http://");
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      if (parser.parse(text.toString()) instanceof Parsing.Parsed(var target)) {
        read++;
        assertThat(parser.parse(target.value())).as("seed %d: %s", seed, text).isEqualTo(new Parsing.Parsed(target));
      }
    }
    assertThat(read).as("seed %d", seed).isGreaterThan(ROUNDS / 100);
  }
}
