package dev.hexlink.keygen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What instances and key generators say to each other, as JSON. */
final class LeaseText {
  private static final JsonFactory JSON = new JsonFactory();

  private LeaseText() {}

  static String wish(Stack stack, int size) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("stack", stack.name());
      json.writeNumberField("size", size);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The block that an answer holds; empty unless it is one of this stack and size. */
  static Optional<CodeBlock> block(byte[] answer, Stack stack, int size) {
    Map<String, Object> fields = fields(answer);
    if (stack.name().equals(fields.get("stack")) && fields.get("start") instanceof Long start
        && fields.get("end") instanceof Long end && start >= 0 && end > start && end - start == size) {
      return Optional.of(new CodeBlock(start, end));
    }
    return Optional.empty();
  }

  /** The code of a problem; empty when the answer is none. */
  static Optional<String> problemCode(byte[] answer) {
    return fields(answer).get("code") instanceof String code && code.matches("[a-z-]{1,64}")
        ? Optional.of(code)
        : Optional.empty();
  }

  /** The texts and whole numbers of an object; none when the answer is anything else. */
  private static Map<String, Object> fields(byte[] answer) {
    Map<String, Object> fields = new TreeMap<>();
    try (JsonParser json = JSON.createParser(answer)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        Object value = value(json);
        if (value != null) {
          fields.put(name, value);
        }
        json.skipChildren();
      }
      return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null ? fields : Map.of();
    } catch (JsonProcessingException e) {
      return Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> json.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null : json.getLongValue();
      default -> null;
    };
  }
}
