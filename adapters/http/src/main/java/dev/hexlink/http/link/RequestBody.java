package dev.hexlink.http.link;

import dev.hexlink.http.json.Json;
import dev.hexlink.http.json.JsonText;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import org.jspecify.annotations.Nullable;

/** The body of a request, as JSON within its bounds. */
final class RequestBody {
  private static final int MOST_BYTES = 64 * 1024;

  private RequestBody() {}

  /** Reads a body of at most 64 KiB. */
  static Json read(byte @Nullable [] body) {
    if (body != null && body.length > MOST_BYTES) {
      throw new Refused(Problem.of(ProblemType.BODY_TOO_LARGE));
    }
    return readLarge(body);
  }

  /** Reads a body as large as the server takes. */
  static Json readLarge(byte @Nullable [] body) {
    return JsonText.read(body == null ? new byte[0] : body);
  }
}
