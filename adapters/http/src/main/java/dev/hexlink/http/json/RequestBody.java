package dev.hexlink.http.json;

import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import io.micronaut.http.HttpRequest;

/** The body of a request, as JSON within its bounds. */
public final class RequestBody {
  private static final int MOST_BYTES = 64 * 1024;

  private RequestBody() {}

  /** Reads a body of at most 64 KiB. */
  public static Json read(HttpRequest<byte[]> request) {
    byte[] body = bytes(request);
    if (body.length > MOST_BYTES) {
      throw new Refused(Problem.of(ProblemType.BODY_TOO_LARGE));
    }
    return JsonText.read(body);
  }

  /** Reads a body as large as the server takes. */
  public static Json readLarge(HttpRequest<byte[]> request) {
    return JsonText.read(bytes(request));
  }

  private static byte[] bytes(HttpRequest<byte[]> request) {
    return request.getBody().orElseGet(() -> new byte[0]);
  }
}
