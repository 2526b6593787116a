package dev.hexlink.http.json;

import dev.hexlink.http.problem.FieldErrors;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a JSON value becomes one of ours. */
@FunctionalInterface
public interface FieldType<T> {
  int FIRST_YEAR = 1970;
  int LAST_YEAR = 9999;

  FieldType<String> TEXT = (value, field, errors) -> {
    if (!(value instanceof Json.Text(var text))) {
      errors.wrongType(field, "a string");
      return null;
    }
    if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      errors.invalid(field, "The text holds half a character (an unpaired surrogate).");
      return null;
    }
    return text;
  };

  FieldType<Boolean> FLAG = (value, field, errors) -> {
    if (value instanceof Json.Flag(var flag)) {
      return flag;
    }
    errors.wrongType(field, "true or false");
    return null;
  };

  FieldType<Long> WHOLE = (value, field, errors) -> {
    if (value instanceof Json.Whole(var number)) {
      return number;
    }
    errors.wrongType(field, "a whole number");
    return null;
  };

  /** A moment with its offset from UTC, kept in whole milliseconds. */
  FieldType<Instant> INSTANT = parsedFrom(FieldType::instant,
      "Expected a time with its offset, such as 2030-01-31T12:00:00Z, from year 1970 to 9999.");

  /** The value; null when it is wrong, which is noted. */
  @Nullable
  T read(Json value, String field, FieldErrors errors);

  /** Text that is parsed. */
  static <T> FieldType<T> parsedFrom(Function<String, Optional<T>> parse, String expectation) {
    return (value, field, errors) -> {
      String text = TEXT.read(value, field, errors);
      if (text == null) {
        return null;
      }
      Optional<T> parsed = parse.apply(text);
      if (parsed.isEmpty()) {
        errors.invalid(field, expectation);
        return null;
      }
      return parsed.get();
    };
  }

  private static Optional<Instant> instant(String text) {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text);
      int year = moment.getYear();
      return year < FIRST_YEAR || year > LAST_YEAR
          ? Optional.empty()
          : Optional.of(moment.toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
