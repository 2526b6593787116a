package dev.hexlink.rabbitmq;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.hexlink.domain.visit.Visit;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads letters, and of a damaged one what can be read: a visit that makes no sense takes no other along. Fields that are not known are passed over, so
 * that a later writer may add some.
 */
final class LetterReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final List<Visit> visits = new ArrayList<>();
  private final VisitParser parser = new VisitParser();
  private String fault = "";
  private int position;

  private LetterReader() {}

  static Reading read(byte[] letter) {
    LetterReader reader = new LetterReader();
    try (JsonParser json = JSON.createParser(letter)) {
      reader.letter(json);
    } catch (JsonProcessingException e) {
      reader.note("it is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      reader.note("it is not text: " + e.getMessage());
    }
    return new Reading(reader.visits, reader.fault);
  }

  private void letter(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT || !LetterField.VERSION.equals(json.nextFieldName())) {
      note("it does not begin with its version");
      return;
    }
    if (json.nextToken() != JsonToken.VALUE_NUMBER_INT || !json.getText().equals(String.valueOf(LetterField.FORMAT))) {
      note("its version is " + shortened(json.getText()) + ", and only " + LetterField.FORMAT + " is known here");
      return;
    }
    boolean found = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean here = json.currentName().equals(LetterField.VISITS);
      if (json.nextToken() == JsonToken.START_ARRAY && here) {
        found = true;
        visits(json);
      } else {
        json.skipChildren();
      }
    }
    if (!found) {
      note("it has no list of visits");
    }
  }

  private void visits(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      position++;
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        note("visit " + position + " is no object");
      } else {
        fields(json);
        add();
      }
    }
  }

  private void fields(JsonParser json) throws IOException {
    parser.clear();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      LetterField field = LetterField.named(json.currentName());
      JsonToken value = json.nextToken();
      if (field != null && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        parser.put(field, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  private void add() {
    try {
      visits.add(parser.visit());
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      note("visit " + position + ": " + e.getMessage());
    }
  }

  /** The first fault says enough. */
  private void note(String what) {
    if (fault.isEmpty()) {
      fault = shortened(what);
    }
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200);
  }
}
