package dev.hexlink.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** What is wrong with one field, as callers see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FieldErrorJson(String field, String code, String detail) {
  static FieldErrorJson from(FieldError error) {
    return new FieldErrorJson(error.field(), error.type().code(), error.detail());
  }
}
