package dev.hexlink.http.link;

import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.spi.TargetParser;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Note;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.Title;
import dev.hexlink.domain.link.Window;
import dev.hexlink.http.json.FieldReader;
import dev.hexlink.http.json.FieldType;
import dev.hexlink.http.json.Json;
import dev.hexlink.http.problem.FieldErrors;
import dev.hexlink.http.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the wish for a short link out of JSON. */
@Singleton
final class CreateBody {
  private final Hosts hosts;
  private final TargetParser targets;

  CreateBody(Hosts hosts, TargetParser targets) {
    this.hosts = hosts;
    this.targets = targets;
  }

  /** The wish; what is wrong with it is noted, and then what is returned must not be used. */
  ShortenRequest read(Json body, FieldErrors errors) {
    FieldReader fields = FieldReader.of(body, errors);
    String target = fields.require("longUrl", FieldType.TEXT);
    String slug = slug(fields, errors);
    Host host = host(fields, errors);
    Title title = fields.read("title", LinkFields.TITLE);
    List<Tag> tags = fields.read("tags", LinkFields.TAGS);
    Note note = fields.read("note", LinkFields.NOTE);
    Window window = window(fields, errors);
    Long maxVisits = fields.read("maxVisits", LinkFields.MAX_VISITS);
    RedirectStatus status = fields.read("redirectStatus", LinkFields.REDIRECT_STATUS);
    Boolean orEqual = fields.read("findIfExists", FieldType.FLAG);
    fields.refuseOthers();
    judgeTargetToo(target, errors);
    return new ShortenRequest(target == null ? "" : target, slug, host, title, tags == null ? List.of() : tags, note,
        window, maxVisits, status == null ? RedirectStatus.TEMPORARY_REDIRECT : status, orEqual != null && orEqual,
        null);
  }

  private static @Nullable String slug(FieldReader fields, FieldErrors errors) {
    String slug = fields.read("customSlug", FieldType.TEXT);
    if (slug != null && ShortCode.parse(slug).isEmpty()) {
      ProblemType why = slug.isEmpty()
          ? ProblemType.SLUG_TOO_SHORT
          : slug.length() > ShortCode.LONGEST ? ProblemType.SLUG_TOO_LONG : ProblemType.SLUG_BAD_CHARACTER;
      errors.add("customSlug", why, why.explanation());
    }
    return slug;
  }

  private Host host(FieldReader fields, FieldErrors errors) {
    String name = fields.read("domain", FieldType.TEXT);
    if (name == null) {
      return Host.DEFAULT;
    }
    return hosts.named(name).orElseGet(() -> {
      errors.add("domain", ProblemType.UNKNOWN_DOMAIN, ProblemType.UNKNOWN_DOMAIN.explanation());
      return Host.DEFAULT;
    });
  }

  private static Window window(FieldReader fields, FieldErrors errors) {
    Instant since = fields.read("validSince", FieldType.INSTANT);
    Instant until = fields.read("validUntil", FieldType.INSTANT);
    if (!Window.isWindow(since, until)) {
      errors.add("validUntil", ProblemType.INVALID_WINDOW, ProblemType.INVALID_WINDOW.explanation());
      return Window.ALWAYS;
    }
    return new Window(since, until);
  }

  /** The target is judged by the application; only a request that is refused anyway is told here, so that it is told everything at once. */
  private void judgeTargetToo(@Nullable String target, FieldErrors errors) {
    if (target != null && !errors.isEmpty() && targets.parse(target) instanceof TargetParser.Parsing.Refused(var why)) {
      ProblemType type = Refusals.of(why);
      errors.add("longUrl", type, type.explanation());
    }
  }
}
