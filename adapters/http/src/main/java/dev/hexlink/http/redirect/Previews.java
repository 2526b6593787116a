package dev.hexlink.http.redirect;

import dev.hexlink.application.api.Following;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import dev.hexlink.http.page.Page;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Problems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Shows where a link leads, and since when, to those who want to know before they go. */
@Singleton
final class Previews {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);
  private final Hosts hosts;
  private final Clock clock;
  private final Problems problems;

  Previews(Hosts hosts, Clock clock, Problems problems) {
    this.hosts = hosts;
    this.clock = clock;
    this.problems = problems;
  }

  MutableHttpResponse<?> answer(LinkKey key, Following following, HttpRequest<?> request) {
    return switch (following) {
      case Following.To(var route) -> shown(key, route);
      case Following.Unknown() -> problem(ProblemType.LINK_NOT_FOUND, request);
      case Following.Gone(var why) -> problem(Redirects.reason(why), request);
    };
  }

  private MutableHttpResponse<?> shown(LinkKey key, Route route) {
    Instant birth = route.id().birth();
    Page page = Page.titled("Where this link leads").code(hosts.shortUrl(key)).paragraph("leads to")
        .code(route.target().value()).fact("Host", route.target().host()).fact("Created", DATE.format(birth))
        .fact("Age", age(Duration.between(birth, clock.instant())))
        .link(route.target().value(), "Go there (this visit is not counted)");
    MutableHttpResponse<Object> response = HttpResponse.ok();
    Page.show(response, page);
    return response.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  private static String age(Duration age) {
    if (age.toDays() > 0) {
      return count(age.toDays(), "day");
    }
    return age.toHours() > 0 ? count(age.toHours(), "hour") : count(Math.max(0, age.toMinutes()), "minute");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private MutableHttpResponse<?> problem(ProblemType type, HttpRequest<?> request) {
    return problems.tell(Problem.of(type), request, HttpResponse.ok());
  }
}
