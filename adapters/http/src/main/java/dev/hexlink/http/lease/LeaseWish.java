package dev.hexlink.http.lease;

import dev.hexlink.domain.code.LeasedCounter;
import dev.hexlink.http.json.FieldReader;
import dev.hexlink.http.json.FieldType;
import dev.hexlink.http.json.Json;
import dev.hexlink.http.problem.FieldErrors;

/** The wish for a block of counts. */
record LeaseWish(String stack, int size) {
  private static final FieldType<Integer> SIZE = (value, field, errors) -> {
    Long size = FieldType.WHOLE.read(value, field, errors);
    if (size == null) {
      return null;
    }
    if (size < 1 || size > LeasedCounter.LARGEST_BLOCK) {
      errors.invalid(field, "A block has 1 to 100,000 counts.");
      return null;
    }
    return Math.toIntExact(size);
  };

  /** The wish; what is wrong with it is noted, and then what is returned must not be used. */
  static LeaseWish read(Json body, FieldErrors errors) {
    FieldReader fields = FieldReader.of(body, errors);
    String stack = fields.require("stack", FieldType.TEXT);
    Integer size = fields.require("size", SIZE);
    fields.refuseOthers();
    return new LeaseWish(stack == null ? "" : stack, size == null ? 1 : size);
  }
}
