package dev.hexlink.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON strictly and within bounds: one value, no key twice in an object, nested at most 16 deep. */
public final class JsonText {
  private static final int DEEPEST = 16;
  private static final int LONGEST_STRING = 64 * 1024;
  private static final int LONGEST_NAME = 1024;
  private static final int LONGEST_NUMBER = 64;
  private static final JsonFactory STRICT = new JsonFactoryBuilder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_STRING)
          .maxNameLength(LONGEST_NAME).maxNumberLength(LONGEST_NUMBER).build())
      .build();

  private JsonText() {}

  /**
   * @throws Refused if the bytes are not JSON
   */
  public static Json read(byte[] bytes) {
    try (JsonParser parser = STRICT.createParser(bytes)) {
      if (parser.nextToken() == null) {
        throw malformed("The body is empty; JSON was expected.");
      }
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw malformed("Something follows the JSON value.");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw malformed("The JSON is nested too deep, or a name, string or number in it is too long.");
    } catch (JsonProcessingException e) {
      throw malformed(reason(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Json value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> new Json.Fields(fields(parser));
      case START_ARRAY -> new Json.Items(items(parser));
      case VALUE_STRING -> new Json.Text(parser.getText());
      case VALUE_NUMBER_INT -> whole(parser);
      case VALUE_NUMBER_FLOAT -> new Json.OtherNumber();
      case VALUE_TRUE -> new Json.Flag(true);
      case VALUE_FALSE -> new Json.Flag(false);
      default -> new Json.Nothing();
    };
  }

  private static Json whole(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? new Json.OtherNumber()
        : new Json.Whole(parser.getLongValue());
  }

  private static Map<String, Json> fields(JsonParser parser) throws IOException {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return fields;
  }

  private static List<Json> items(JsonParser parser) throws IOException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static String reason(JsonProcessingException e) {
    String what = e.getOriginalMessage().startsWith("Duplicate field")
        ? "An object holds the same key twice"
        : "The body is not JSON";
    return e.getLocation() == null
        ? what + "."
        : what + ": line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ".";
  }

  private static Refused malformed(String detail) {
    return new Refused(new Problem(ProblemType.MALFORMED_JSON, detail));
  }
}
