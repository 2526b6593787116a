package dev.hexlink.contracts;

import dev.hexlink.application.spi.TargetParser;
import dev.hexlink.application.spi.TargetParser.Parsing;
import dev.hexlink.application.spi.TargetParser.Parsing.Parsed;
import dev.hexlink.application.spi.TargetParser.Parsing.Refused;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.TargetUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Parsers that do not know the standard are rejected, and here stands by which cases. */
class TargetParserContractTest {
  private static final Pattern PRINTABLE = Pattern.compile("https?://[!-~]+");

  @Test
  void keepingTheTextAsItIsIsRejected() {
    rejected(text -> PRINTABLE.matcher(text).matches() && text.length() <= TargetUrl.LONGEST
        ? new Parsed(new TargetUrl(text))
        : new Refused(TargetRefusal.MALFORMED), "targetsAreStoredInTheirCanonicalForm",
        "whatIsNoWebAddressIsRefusedForItsReason", "whatTheStandardWouldRepairIsRefused");
  }

  @Test
  void theParserOfThePlatformIsRejected() {
    rejected(TargetParserContractTest::byPlatform, "targetsAreStoredInTheirCanonicalForm",
        "whatIsNoWebAddressIsRefusedForItsReason");
  }

  @Test
  void repairingIsRejected() {
    rejected(
        text -> byPlatform(text.replaceAll("[\t\n\r]", "").replace('\\', '/').replaceFirst("^https:/*", "https://")),
        "whatTheStandardWouldRepairIsRefused");
  }

  @Test
  void throwingIsRejected() {
    TargetParserSubject.parser = text -> new Parsed(new TargetUrl(URI.create(text).toASCIIString()));
    Trial.rejects(TargetParserSubject.class, IllegalArgumentException.class, "anyTextHasAnAnswer");
  }

  @Test
  void refusingTheGreatestLengthIsRejected() {
    rejected(text -> text.length() < TargetUrl.LONGEST ? byPlatform(text) : new Refused(TargetRefusal.TOO_LONG),
        "aTargetOfTheGreatestLengthIsParsed");
  }

  @Test
  void alteringACanonicalFormIsRejected() {
    rejected(text -> byPlatform(text + "/"), "aCanonicalFormStaysAsItIs");
  }

  private static Parsing byPlatform(String text) {
    try {
      return new Parsed(new TargetUrl(new URI(text).normalize().toASCIIString()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new Refused(text.isEmpty() ? TargetRefusal.EMPTY : TargetRefusal.MALFORMED);
    }
  }

  private static void rejected(TargetParser broken, String... cases) {
    TargetParserSubject.parser = broken;
    Trial.rejects(TargetParserSubject.class, cases);
  }

  static class TargetParserSubject implements TargetParserContract {
    private static TargetParser parser = TargetParserContractTest::byPlatform;

    @Override
    public TargetParser targetParser() {
      return parser;
    }
  }
}
