package dev.hexlink.http.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.LinkView;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.visit.VisitCounts;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A link as callers see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LinkJson(String id, String shortCode, String shortUrl, String longUrl, String domain,
    @Nullable String title, List<String> tags, @Nullable String note, String createdAt, String updatedAt,
    @Nullable String validSince, @Nullable String validUntil, @Nullable Long maxVisits, int redirectStatus,
    VisitsJson visits) {

  static LinkJson from(LinkView view, Hosts hosts) {
    Link link = view.link();
    return new LinkJson(link.id().toString(), link.key().code().value(), hosts.shortUrl(link.key()),
        link.target().value(), hosts.nameOf(link.key().host()), link.title() == null ? null : link.title().value(),
        link.tags().stream().map(Tag::value).toList(), link.note() == null ? null : link.note().value(),
        link.createdAt().toString(), link.updatedAt().toString(), text(link.window().since()),
        text(link.window().until()), link.maxVisits(), link.redirectStatus().code(),
        new VisitsJson(view.counts().total(), view.counts().bots(), view.live(),
            view.asOf().truncatedTo(ChronoUnit.MILLIS).toString()));
  }

  /** A link just made: nobody has followed it. A repetition of the request has the same answer, whatever happened since. */
  static LinkJson ofNew(Link link, Hosts hosts) {
    return from(new LinkView(link, VisitCounts.NONE, 0, link.createdAt()), hosts);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
