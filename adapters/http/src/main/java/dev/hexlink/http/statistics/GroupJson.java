package dev.hexlink.http.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.application.spi.Visits;
import io.micronaut.serde.annotation.Serdeable;

/** The visits that have one value of a trait. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GroupJson(String value, long visits) {
  static GroupJson from(Visits.Group group) {
    return new GroupJson(group.value(), group.counts().total());
  }
}
