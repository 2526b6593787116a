package dev.hexlink.http.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a request was not fulfilled.
 *
 * @param detail what is particular to this request; without internals
 * @param headers what the answer's head says beside it
 */
public record Problem(ProblemType type, String detail, List<FieldError> errors, Map<String, String> headers) {
  public Problem(ProblemType type, String detail, List<FieldError> errors) {
    this(type, detail, errors, Map.of());
  }

  public Problem(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  /** A problem of which there is nothing particular to say. */
  public static Problem of(ProblemType type) {
    return new Problem(type, type.explanation());
  }

  /** The problem with one field. */
  public static Problem ofField(String field, ProblemType type) {
    return ofField(field, type, type.explanation());
  }

  /** The problem with one field. */
  public static Problem ofField(String field, ProblemType type, String detail) {
    return new Problem(type, detail, List.of(new FieldError(field, type, detail)));
  }

  /** This problem, with one more header in its answer. */
  public Problem with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Problem(type, detail, errors, more);
  }
}
