package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.TargetParser;
import dev.hexlink.application.spi.TargetParser.Parsing;
import dev.hexlink.application.spi.TargetParser.Parsing.Parsed;
import dev.hexlink.application.spi.TargetParser.Parsing.Refused;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.TargetUrl;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link TargetParser} keeps to. */
@ExtendWith(SeededCases.class)
public interface TargetParserContract {
  TargetParser targetParser();

  @Test
  default void targetsAreStoredInTheirCanonicalForm() {
    Map<String, String> canonical = Map.ofEntries(Map.entry("https://example.com/", "https://example.com/"),
        Map.entry("HTTP://Example.COM", "http://example.com/"),
        Map.entry("https://example.com:443/a", "https://example.com/a"),
        Map.entry("http://example.com:80", "http://example.com/"),
        Map.entry("https://example.com:8443/a", "https://example.com:8443/a"),
        Map.entry("https://example.com/a/./b/../c", "https://example.com/a/c"),
        Map.entry("https://example.com?q=1#Part", "https://example.com/?q=1#Part"),
        Map.entry("https://example.com/Path?Query=A%2fb", "https://example.com/Path?Query=A%2fb"),
        Map.entry("https://bücher.example/ä?ö#ü", "https://xn--bcher-kva.example/%C3%A4?%C3%B6#%C3%BC"),
        Map.entry("https://example.com/a b", "https://example.com/a%20b"),
        Map.entry("http://192.168.1.1/", "http://192.168.1.1/"));
    canonical.forEach((text, expected) -> assertThat(targetParser().parse(text)).as(text)
        .isEqualTo(new Parsed(new TargetUrl(expected))));
  }

  @Test
  default void aCanonicalFormStaysAsItIs(Seeded some) {
    for (int i = 0; i < 50; i++) {
      TargetUrl target = some.target();
      assertThat(targetParser().parse(target.value())).isEqualTo(new Parsed(target));
    }
  }

  @Test
  default void whatIsNoWebAddressIsRefusedForItsReason() {
    refused(TargetRefusal.EMPTY, "");
    refused(TargetRefusal.TOO_LONG, "https://example.com/" + "a".repeat(TargetUrl.LONGEST));
    refused(TargetRefusal.TOO_LONG, "https://example.com/" + "ä".repeat(1_500));
    refused(TargetRefusal.SCHEME, "ftp://example.com/", "javascript:alert(1)", "mailto:someone@example.com",
        "data:text/html,hello", "file:///etc/passwd");
    refused(TargetRefusal.CREDENTIALS, "https://user@example.com/", "https://user:secret@example.com/");
    refused(TargetRefusal.HOST_WITHOUT_DOT, "http://localhost/", "http://http://example.com/",
        "https://intranet:8080/x");
    refused(TargetRefusal.MALFORMED, "https://example.com:99999/", "https://exa mple.com/", "https://[::1/");
  }

  @Test
  default void whatTheStandardWouldRepairIsRefused() {
    for (String text : List.of("https:example.com", "https:/example.com/", "https:\\\\example.com\\",
        "https:///example.com/",
        "https://example.com\\path", "https://exam\tple.com/", "https://example.com/a\nb", "https://@example.com/",
        "https://:@example.com/", "example.com", "//example.com/", "https://")) {
      assertThat(targetParser().parse(text)).as(text).isInstanceOf(Refused.class);
    }
  }

  @Test
  default void aTargetOfTheGreatestLengthIsParsed() {
    String text = "https://example.com/" + "a".repeat(TargetUrl.LONGEST - "https://example.com/".length());
    assertThat(targetParser().parse(text)).isEqualTo(new Parsed(new TargetUrl(text)));
  }

  @Test
  default void anyTextHasAnAnswer(Seeded some) {
    List<String> pieces = List.of("http", "s", ":", "/", "\\", "//", "@", "?", "#", "%", "%zz", "[", "]", "::1", ".",
        "..",
        "example", "com", "xn--", "ü", "\ud83d", "\0", "\t", " ", "99999", "0x7f", "漢", "\u200d", "-", "_");
    for (int i = 0; i < 2_000; i++) {
      String text = IntStream.range(0, some.random().nextInt(12))
          .mapToObj(_ -> pieces.get(some.random().nextInt(pieces.size()))).collect(Collectors.joining());
      Parsing parsing = targetParser().parse(text);
      if (parsing instanceof Parsed(TargetUrl target)) {
        assertThat(targetParser().parse(target.value())).as("the canonical form of <%s>, again", text)
            .isEqualTo(parsing);
      }
    }
  }

  private void refused(TargetRefusal why, String... texts) {
    for (String text : texts) {
      assertThat(targetParser().parse(text)).as(text).isEqualTo(new Refused(why));
    }
  }
}
