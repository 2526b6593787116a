package dev.hexlink.http.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** How often a link was followed, as callers see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VisitsJson(long total, long bots, long live, String asOf) {}
