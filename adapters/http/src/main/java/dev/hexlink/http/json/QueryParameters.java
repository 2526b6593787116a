package dev.hexlink.http.json;

import dev.hexlink.http.problem.FieldErrors;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import io.micronaut.http.HttpParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query and notes whatever is wrong with them. */
public final class QueryParameters {
  private static final int LONGEST = 2_048;
  private final HttpParameters parameters;
  private final FieldErrors errors = new FieldErrors();

  public QueryParameters(HttpParameters parameters) {
    this.parameters = parameters;
  }

  /** A parameter as it was written; null when it is absent or empty. */
  public @Nullable String text(String name) {
    String value = parameters.get(name);
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.length() > LONGEST || value.codePoints().anyMatch(QueryParameters::isUnfit)) {
      refuse(name, "Expected at most " + LONGEST + " characters, none of them control characters.");
      return null;
    }
    return value;
  }

  /** Every value of a parameter, whether it was repeated or separated by commas. */
  public List<String> list(String name) {
    return parameters.getAll(name).stream().flatMap(value -> List.of(value.split(",")).stream()).map(String::strip)
        .filter(value -> !value.isEmpty()).toList();
  }

  /** A parsed parameter; null when it is absent or wrong. */
  public <T> @Nullable T read(String name, Function<String, Optional<T>> parse, String expectation) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    Optional<T> parsed = parse.apply(text);
    if (parsed.isEmpty()) {
      refuse(name, expectation);
      return null;
    }
    return parsed.get();
  }

  public int whole(String name, int least, int most, int otherwise) {
    Integer value = read(name, text -> inRange(text, least, most),
        "Expected a whole number from " + least + " to " + most + ".");
    return value == null ? otherwise : value;
  }

  public boolean flag(String name) {
    Boolean value = read(name, QueryParameters::flagOf, "Expected true or false.");
    return value != null && value;
  }

  public void refuse(String name, String expectation) {
    errors.add(name, ProblemType.INVALID_PARAMETER, expectation);
  }

  /** Reads a cursor; null when there is none. A bad one is a problem of its own. */
  public <T> @Nullable T cursor(Function<String, Optional<T>> parse) {
    String text = text("after");
    if (text == null) {
      return null;
    }
    return parse.apply(text).orElseThrow(() -> new Refused(Problem.ofField("after", ProblemType.INVALID_CURSOR)));
  }

  /**
   * @throws Refused if anything was wrong
   */
  public void refuseIfAny() {
    errors.refuseIfAny();
  }

  private static boolean isUnfit(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  private static Optional<Integer> inRange(String text, int least, int most) {
    return Optional.of(text).filter(it -> it.matches("[0-9]{1,9}")).map(Integer::valueOf)
        .filter(value -> value >= least && value <= most);
  }

  private static Optional<Boolean> flagOf(String text) {
    return switch (text) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
