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
import java.util.Optional;

/** How many of the links a caller wants may be made now. */
public final class Allowance {
  private final int granted;
  private final Optional<CreateGrant> grant;

  private Allowance(int granted, Optional<CreateGrant> grant) {
    this.granted = granted;
    this.grant = grant;
  }

  /** Takes what a request wants out of its caller's allowance. Blocks. */
  public static Allowance take(AdmitCallers admission, HttpRequest<?> request, int wanted) {
    Caller caller = Callers.of(request);
    Optional<CreateGrant> grant = wanted == 0 ? Optional.empty() : admission.takeCreates(caller, wanted);
    return new Allowance(grant.map(it -> it.grant().granted()).orElse(wanted), grant);
  }

  public int granted() {
    return granted;
  }

  /** What a link beyond the allowance is answered. */
  public Problem problem() {
    long seconds = grant.map(it -> seconds(it.grant().retryAfter())).orElse(1L);
    return new Problem(ProblemType.TOO_MANY_REQUESTS, "The allowance is used up; there is more in " + seconds + " s.")
        .with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
  }

  /** The same problem, with what an answer's head says about the allowance. */
  public Problem problemWithLimits() {
    return grant.map(it -> problem().with("RateLimit-Policy", policy(it)).with("RateLimit", state(it)))
        .orElseGet(this::problem);
  }

  /** Says what is left. */
  public <T> MutableHttpResponse<T> in(MutableHttpResponse<T> response) {
    grant.ifPresent(it -> response.header("RateLimit-Policy", policy(it)).header("RateLimit", state(it)));
    return response;
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
