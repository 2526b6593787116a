package dev.hexlink.http.access;

import dev.hexlink.application.api.AdmitCallers;
import dev.hexlink.application.api.AdmitCallers.CreateGrant;
import dev.hexlink.application.api.Caller;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many of the links a caller wants may be made now. */
public final class Allowance {
  private final int granted;
  private final @Nullable CreateGrant grant;

  private Allowance(int granted, @Nullable CreateGrant grant) {
    this.granted = granted;
    this.grant = grant;
  }

  /** Takes what a request wants out of its caller's allowance. Blocks. */
  public static Allowance take(AdmitCallers admission, HttpRequest<?> request, int wanted) {
    Caller caller = Callers.of(request);
    CreateGrant grant = wanted == 0 ? null : admission.takeCreates(caller, wanted).orElse(null);
    return new Allowance(grant == null ? wanted : grant.grant().granted(), grant);
  }

  public int granted() {
    return granted;
  }

  /** What a link beyond the allowance is answered. */
  public Problem problem() {
    long seconds = grant == null ? 1 : seconds(grant.grant().retryAfter());
    return new Problem(ProblemType.TOO_MANY_REQUESTS, "The allowance is used up; there is more in " + seconds + " s.")
        .with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
  }

  /** The same problem, with what an answer's head says about the allowance. */
  public Problem problemWithLimits() {
    return grant == null
        ? problem()
        : problem().with("RateLimit-Policy", policy(grant)).with("RateLimit", state(grant));
  }

  /** Says what is left. */
  public <T> MutableHttpResponse<T> in(MutableHttpResponse<T> response) {
    return grant == null
        ? response
        : response.header("RateLimit-Policy", policy(grant)).header("RateLimit", state(grant));
  }

  private static String policy(CreateGrant grant) {
    return "\"creates\";q=" + grant.limit() + ";w=" + seconds(grant.window());
  }

  private static String state(CreateGrant grant) {
    return "\"creates\";r=" + grant.grant().remaining() + ";t=" + seconds(grant.grant().resetAfter());
  }

  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
