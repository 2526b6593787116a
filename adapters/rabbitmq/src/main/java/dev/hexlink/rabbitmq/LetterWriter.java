package dev.hexlink.rabbitmq;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes visits as letters: JSON in ASCII, so that even half a character in what a stranger sent as a user agent has a form; and numbers of 64 bits as
 * text, as many readers of JSON would round them.
 */
final class LetterWriter {
  private static final JsonFactory JSON = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final int MOST_VISITS = 1_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final int FEW_BYTES = 1 << 12;

  private final Timestamps timestamps = new Timestamps();
  private Epoch epoch = new Epoch(0, 0);
  private String epochText = epoch.toString();

  private LetterWriter() {}

  /** Writes visits in their order, in as many letters as they need. */
  static List<WrittenLetter> write(List<Visit> visits) {
    LetterWriter writer = new LetterWriter();
    List<WrittenLetter> letters = new ArrayList<>();
    try {
      for (int from = 0; from < visits.size();) {
        WrittenLetter letter = writer.next(visits.subList(from, Math.min(visits.size(), from + MOST_VISITS)));
        letters.add(letter);
        from += letter.visits().size();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to take bytes", e);
    }
    return letters;
  }

  private WrittenLetter next(List<Visit> visits) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(FEW_BYTES);
    int written = 0;
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField(LetterField.VERSION, LetterField.FORMAT);
      json.writeArrayFieldStart(LetterField.VISITS);
      while (written < visits.size() && bytes.size() + json.getOutputBuffered() < MOST_BYTES) {
        write(visits.get(written), json);
        written++;
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return new WrittenLetter(visits.subList(0, written),
        new OutgoingLetter(visits.getFirst().id() + "+" + written, Map.of(), bytes.toByteArray()));
  }

  private void write(Visit visit, JsonGenerator json) throws IOException {
    VisitFacts facts = visit.facts();
    json.writeStartObject();
    write(LetterField.EPOCH, text(visit.id().epoch()), json);
    write(LetterField.SEQUENCE, Long.toString(visit.id().sequence()), json);
    write(LetterField.LINK_ID, facts.link().toString(), json);
    write(LetterField.HOST, facts.key().host().name(), json);
    write(LetterField.SHORT_CODE, facts.key().code().value(), json);
    write(LetterField.TIMESTAMP, timestamps.write(facts.at()), json);
    write(LetterField.IP, text(facts.network()), json);
    write(LetterField.VISITOR, Long.toString(facts.visitor()), json);
    write(LetterField.USER_AGENT, facts.userAgent(), json);
    write(LetterField.REFERRER, facts.referrer(), json);
    json.writeFieldName(LetterField.PREFETCH.wire());
    json.writeBoolean(facts.prefetch());
    json.writeEndObject();
  }

  private static void write(LetterField field, String value, JsonGenerator json) throws IOException {
    json.writeFieldName(field.wire());
    json.writeString(value);
  }

  /** Mostly that of the visit before. */
  private String text(Epoch next) {
    if (!next.equals(epoch)) {
      epoch = next;
      epochText = next.toString();
    }
    return epochText;
  }

  private static String text(Network network) {
    long prefix = network.prefix();
    return network.ipv6()
        ? network.toString()
        : (prefix >> 16) + "." + (prefix >> 8 & 0xff) + "." + (prefix & 0xff) + ".0/24";
  }
}
