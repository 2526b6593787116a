package dev.hexlink.http.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.application.api.WarmLinks.Warmed;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** How many links are remembered now, and the codes that no link has, as callers see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WarmedJson(int remembered, List<String> unknown) {
  static WarmedJson from(Warmed warmed) {
    return new WarmedJson(warmed.remembered(), warmed.unknown().stream().map(key -> key.code().value()).toList());
  }
}
