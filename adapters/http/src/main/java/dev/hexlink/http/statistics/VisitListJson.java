package dev.hexlink.http.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.http.json.PaginationJson;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A page of visits, as callers see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VisitListJson(List<VisitJson> data, PaginationJson pagination) {
  static VisitListJson from(VisitPage page) {
    String next = page.hasMore() ? VisitCursors.after(page.visits().getLast()) : null;
    return new VisitListJson(page.visits().stream().map(VisitJson::from).toList(),
        new PaginationJson(next, page.hasMore()));
  }
}
