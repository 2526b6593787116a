package dev.hexlink.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A problem as RFC 9457 writes it, with a {@code code} to switch on and the {@code errors} of fields. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemJson(String type, String title, int status, String detail, String code,
    List<FieldErrorJson> errors) {}
