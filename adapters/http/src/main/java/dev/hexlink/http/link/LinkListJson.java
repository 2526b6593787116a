package dev.hexlink.http.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.LinkViewPage;
import dev.hexlink.http.json.PaginationJson;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A page of links, as callers see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LinkListJson(List<LinkJson> data, PaginationJson pagination) {
  static LinkListJson from(LinkViewPage page, Hosts hosts) {
    String next = page.hasMore() ? LinkCursors.after(page.links().getLast().link()) : null;
    return new LinkListJson(page.links().stream().map(view -> LinkJson.from(view, hosts)).toList(),
        new PaginationJson(next, page.hasMore()));
  }
}
