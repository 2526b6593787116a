package dev.hexlink.http.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.application.api.Statistics;
import io.micronaut.serde.annotation.Serdeable;

/** The visits of one interval. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StepJson(String start, long visits) {
  static StepJson from(Statistics.Step step) {
    return new StepJson(step.start().toString(), step.visits());
  }
}
