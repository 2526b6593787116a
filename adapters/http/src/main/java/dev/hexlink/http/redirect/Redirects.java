package dev.hexlink.http.redirect;

import dev.hexlink.application.api.Following;
import dev.hexlink.domain.link.Route;
import dev.hexlink.http.HttpSettings;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Problems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.Clock;

/** Says in HTTP where a link leads. */
@Singleton
final class Redirects {
  private static final String NOT_KEPT = "private, no-store";
  private final HttpSettings settings;
  private final Clock clock;
  private final Problems problems;

  Redirects(HttpSettings settings, Clock clock, Problems problems) {
    this.settings = settings;
    this.clock = clock;
    this.problems = problems;
  }

  MutableHttpResponse<?> answer(Following following, HttpRequest<?> request) {
    return switch (following) {
      case Following.To(var route) -> to(route);
      case Following.Unknown() -> problem(ProblemType.LINK_NOT_FOUND, request);
      case Following.Gone(var why) -> problem(reason(why), request);
    };
  }

  static ProblemType reason(Following.Why why) {
    return switch (why) {
      case EXPIRED -> ProblemType.LINK_EXPIRED;
      case USED_UP -> ProblemType.LINK_USED_UP;
      case RETIRED -> ProblemType.LINK_DELETED;
    };
  }

  private MutableHttpResponse<?> to(Route route) {
    return HttpResponse.<Object>status(HttpStatus.valueOf(route.redirectStatus().code()))
        .header(HttpHeaders.LOCATION, route.target().value()).header(HttpHeaders.CACHE_CONTROL, cacheControl(route));
  }

  /** Only a permanent redirect may be kept, and not beyond the link's own end or budget. */
  private String cacheControl(Route route) {
    if (!route.redirectStatus().isPermanent() || !route.isPlain()) {
      return NOT_KEPT;
    }
    Duration longest = settings.permanentMaxAge();
    Instant until = route.window().until();
    Duration left = until == null ? longest : Duration.between(clock.instant(), until);
    long seconds = (left.compareTo(longest) < 0 ? left : longest).toSeconds();
    return seconds <= 0 ? NOT_KEPT : "public, max-age=" + seconds;
  }

  private MutableHttpResponse<?> problem(ProblemType type, HttpRequest<?> request) {
    return problems.tell(Problem.of(type), request, HttpResponse.ok());
  }
}
