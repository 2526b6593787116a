package dev.hexlink.http.link;

import dev.hexlink.application.api.ChangeRequest;
import dev.hexlink.domain.link.Edit;
import dev.hexlink.domain.link.Window;
import dev.hexlink.http.json.FieldReader;
import dev.hexlink.http.json.FieldType;
import dev.hexlink.http.json.Json;
import dev.hexlink.http.problem.FieldErrors;
import dev.hexlink.http.problem.ProblemType;
import java.time.Instant;

/** Reads the wish to change a link out of a JSON merge patch (RFC 7396). */
final class ChangeBody {
  private ChangeBody() {}

  /** The wish; what is wrong with it is noted, and then what is returned must not be used. */
  static ChangeRequest read(Json body, FieldErrors errors) {
    FieldReader fields = FieldReader.of(body, errors);
    if (fields.clears("longUrl")) {
      errors.add("longUrl", ProblemType.INVALID_VALUE, "A target can be changed but not cleared.");
    }
    Edit<Instant> since = fields.edit("validSince", FieldType.INSTANT);
    Edit<Instant> until = fields.edit("validUntil", FieldType.INSTANT);
    if (!Window.isWindow(since.appliedTo(null), until.appliedTo(null))) {
      errors.add("validUntil", ProblemType.INVALID_WINDOW, ProblemType.INVALID_WINDOW.explanation());
    }
    ChangeRequest request = new ChangeRequest(fields.read("longUrl", FieldType.TEXT),
        fields.edit("title", LinkFields.TITLE), fields.edit("tags", LinkFields.TAGS),
        fields.edit("note", LinkFields.NOTE), since, until, fields.edit("maxVisits", LinkFields.MAX_VISITS),
        fields.edit("redirectStatus", LinkFields.REDIRECT_STATUS));
    fields.refuseOthers();
    return request;
  }
}
