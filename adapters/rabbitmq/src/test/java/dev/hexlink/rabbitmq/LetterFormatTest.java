package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The format of letters against files that never change: what was written once must be readable as long as it may lie in a queue. */
class LetterFormatTest {
  private static final Epoch EPOCH = new Epoch(0x0011223344556677L, 0x8899aabbccddeeffL);
  private static final Visit FIRST = new Visit(new VisitId(EPOCH, 0),
      new VisitFacts(link(0), LinkKey.of(new ShortCode("Ab3-_z")), Instant.parse("2026-11-22T10:15:30.123Z"),
          new Network(false, 0xcb0071), Long.MIN_VALUE, "Mozilla/5.0 (X11; Linux x86_64)",
          "https://news.example/?q=1&x=<y>", false));
  private static final Visit SECOND = new Visit(new VisitId(EPOCH, Long.MAX_VALUE),
      new VisitFacts(link(1), new LinkKey(new Host("go.example:8443"), new ShortCode("0")), Instant.EPOCH,
          new Network(true, 0x20010db80001L), 0, "", "", true));
  private static final Visit THIRD = new Visit(new VisitId(new Epoch(0xffeeddccbbaa9988L, 0x7766554433221100L), 7),
      new VisitFacts(link(2), LinkKey.of(new ShortCode("slug")), Instant.parse("2026-11-22T10:15:31Z"), Network.UNKNOWN,
          Long.MAX_VALUE, "ünï 😀 half: \ud83d quotes: \" \\ \t\u0001", "漢字", false));

  @Test
  void whatIsWrittenIsTheFile() {
    List<WrittenLetter> letters = LetterWriter.write(List.of(FIRST, SECOND, THIRD));
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().letter().body()).asString(StandardCharsets.UTF_8).isEqualTo(text("letter.json"));
    assertThat(letters.getFirst().letter().id()).isEqualTo("00112233445566778899aabbccddeeff:0+3");
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    assertThat(read(text("letter.json"))).isEqualTo(new Reading(List.of(FIRST, SECOND, THIRD), ""));
  }

  @Test
  void whatALaterWriterAddsIsPassedOver() {
    VisitFacts facts = new VisitFacts(link(0), LinkKey.of(new ShortCode("abc")),
        Instant.parse("2026-11-22T10:15:30.123Z"), new Network(false, 0xc63364), 17, "curl/8.5.0", "", false);
    assertThat(read(text("letter-of-a-later-writer.json")))
        .isEqualTo(new Reading(List.of(new Visit(new VisitId(EPOCH, 5), facts)), ""));
  }

  @Test
  void anotherVersionIsNotGuessedAt() {
    assertThat(read(text("letter-of-version-2.json")))
        .isEqualTo(new Reading(List.of(), "its version is 2, and only 1 is known here"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
      "''|it does not begin with its version",
      "[]|it does not begin with its version",
      "{}|it does not begin with its version",
      "{\"visits\":[],\"version\":1}|it does not begin with its version",
      "{\"version\":\"1\",\"visits\":[]}|its version is 1, and only 1 is known here",
      "{\"version\":1.0,\"visits\":[]}|its version is 1.0, and only 1 is known here",
      "{\"version\":1}|it has no list of visits",
      "{\"version\":1,\"visits\":{}}|it has no list of visits",
      "{\"version\":1,\"visits\":[7]}|visit 1 is no object",
      "{\"version\":1,\"visits\":[{}]}|visit 1: no epoch",
      "{\"version\":1,\"visits\":[{\"epoch\":null}]}|visit 1: no epoch",
      "{\"version\":1,\"visits\":[{\"epoch\":{}}]}|visit 1: no epoch"})
  void whatCannotBeReadHasAReason(String letter, String reason) {
    assertThat(read(letter)).isEqualTo(new Reading(List.of(), reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "{\"version\":1,\"visits\":[", "\u0000\u0001\u0002",
      "{\"version\":99999999999999999999"})
  void whatIsNoJsonHasAReason(String letter) {
    assertThat(read(letter).visits()).isEmpty();
    assertThat(read(letter).fault()).isNotEmpty();
  }

  @Test
  void nestingWithoutEndIsNoReasonToFail() {
    assertThat(read("{\"version\":1,\"x\":" + "[".repeat(1_000_000)).fault()).startsWith("it is not JSON");
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldMustBeThere(LetterField field) {
    String letter = text("letter.json").replaceFirst("\"" + field.wire() + "\"", "\"other\"");
    assertThat(read(letter)).isEqualTo(new Reading(List.of(SECOND, THIRD), "visit 1: no " + field.wire()));
  }

  @ParameterizedTest
  @CsvSource({"epoch,zz", "sequence,-1", "sequence,1.5", "link_id,7", "host,a b", "short_code,a b", "timestamp,today",
      "timestamp,+1000000000-12-31T23:59:59Z", "ip,203.0.113.0", "ip,203.0.113.0/4", "ip,203.0.113.0/48", "ip,/24",
      "ip,localhost/24", "visitor,9223372036854775808", "prefetch,yes"})
  void aVisitThatMakesNoSenseTakesNoOtherAlong(String field, String value) {
    String letter = text("letter.json").replaceFirst("\"" + field + "\":(\"[^\"]*\"|false)",
        "\"" + field + "\":\"" + value + "\"");
    assertThat(read(letter).visits()).containsExactly(SECOND, THIRD);
    assertThat(read(letter).fault()).startsWith("visit 1: ");
  }

  @Test
  void aLetterThatBreaksOffTellsWhatCameBefore() {
    String whole = text("letter.json");
    Reading reading = read(whole.substring(0, whole.lastIndexOf("\"referrer\"")));
    assertThat(reading.visits()).containsExactly(FIRST, SECOND);
    assertThat(reading.fault()).startsWith("it is not JSON");
  }

  @Test
  void manyVisitsNeedSeveralLetters() {
    List<Visit> visits = Collections.nCopies(2_500, FIRST);
    List<WrittenLetter> letters = LetterWriter.write(visits);
    assertThat(letters).extracting(letter -> letter.visits().size()).containsExactly(1_000, 1_000, 500);
    assertThat(letters)
        .flatExtracting(letter -> read(new String(letter.letter().body(), StandardCharsets.UTF_8)).visits())
        .isEqualTo(visits);
  }

  @Test
  void longVisitsNeedSmallerLetters() {
    VisitFacts facts = FIRST.facts();
    Visit longest = new Visit(FIRST.id(), new VisitFacts(facts.link(), facts.key(), facts.at(), facts.network(), 1,
        "漢".repeat(512), "漢".repeat(1_024), false));
    List<WrittenLetter> letters = LetterWriter.write(Collections.nCopies(1_000, longest));
    assertThat(letters).hasSizeGreaterThan(5)
        .allSatisfy(letter -> assertThat(letter.letter().body().length).isLessThan(1_100_000));
    assertThat(letters.stream().mapToInt(letter -> letter.visits().size()).sum()).isEqualTo(1_000);
  }

  private static Reading read(String letter) {
    return LetterReader.read(letter.getBytes(StandardCharsets.UTF_8));
  }

  private static LinkId link(int last) {
    return new LinkId(UUID.fromString("019ac5f3-1bd2-7a3b-8c4d-5e6f7081920" + last));
  }

  private static String text(String file) {
    try (InputStream in = Objects.requireNonNull(LetterFormatTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
