package dev.hexlink.http.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.domain.link.Route;
import io.micronaut.serde.annotation.Serdeable;

/** A pinned link, as callers see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PinJson(String shortCode, String domain, String longUrl) {
  static PinJson from(Route route, Hosts hosts) {
    return new PinJson(route.key().code().value(), hosts.nameOf(route.key().host()), route.target().value());
  }
}
