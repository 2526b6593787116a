package dev.hexlink.http.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.application.api.Readiness;
import io.micronaut.serde.annotation.Serdeable;

/** How one thing is that an instance depends on. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CheckJson(String name, String status, String detail) {
  static CheckJson from(Readiness.Check check) {
    return new CheckJson(check.name(), check.up() ? "up" : "down", check.detail());
  }
}
