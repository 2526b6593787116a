package dev.hexlink.http.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.domain.link.Route;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The pinned links, as callers see them. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PinsJson(List<PinJson> data) {
  static PinsJson from(List<Route> pinned, Hosts hosts) {
    return new PinsJson(pinned.stream().map(route -> PinJson.from(route, hosts)).toList());
  }
}
