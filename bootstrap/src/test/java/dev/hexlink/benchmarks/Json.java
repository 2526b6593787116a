package dev.hexlink.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, numbers and truth values as JSON, on lines of their own where they nest. */
final class Json {
  private Json() {}

  static String write(@Nullable Object value) {
    return write(value, "");
  }

  private static String write(@Nullable Object value, String indent) {
    String deeper = indent + "  ";
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map -> map.entrySet().stream()
          .map(entry -> deeper + quoted(String.valueOf(entry.getKey())) + ": " + write(entry.getValue(), deeper))
          .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
      case List<?> list when list.stream().allMatch(Number.class::isInstance) -> list.toString();
      case List<?> list -> list.stream().map(item -> deeper + write(item, deeper))
          .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
