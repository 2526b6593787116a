package dev.hexlink.http.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * How an instance is.
 *
 * @param status {@code up} or {@code down}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HealthJson(String status, List<CheckJson> checks) {}
