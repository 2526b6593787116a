package dev.hexlink.http.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the fields of one request, all of it, in the order it was found. */
public final class FieldErrors {
  /** More than this help nobody, and would let a small request have a large answer. */
  private static final int MOST = 100;
  private static final int LONGEST_FIELD = 128;
  private final List<FieldError> errors = new ArrayList<>();

  public void add(String field, ProblemType type, String detail) {
    if (errors.size() < MOST) {
      String name = field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD) + "…";
      errors.add(new FieldError(name, type, detail));
    }
  }

  public void wrongType(String field, String expected) {
    add(field, ProblemType.WRONG_TYPE, "Expected " + expected + ".");
  }

  public void invalid(String field, String expectation) {
    add(field, ProblemType.INVALID_VALUE, expectation);
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** The problem these errors make together; empty when there are none. */
  public Optional<Problem> problem() {
    if (errors.isEmpty()) {
      return Optional.empty();
    }
    FieldError first = errors.getFirst();
    boolean alike = errors.stream().allMatch(error -> error.type() == first.type());
    ProblemType type = alike ? first.type() : ProblemType.INVALID_FIELDS;
    String detail = errors.size() == 1 ? first.detail() : errors.size() + " things are wrong; see 'errors'.";
    return Optional.of(new Problem(type, detail, List.copyOf(errors)));
  }

  /**
   * @throws Refused if there are any errors
   */
  public void refuseIfAny() {
    problem().ifPresent(problem -> {
      throw new Refused(problem);
    });
  }
}
