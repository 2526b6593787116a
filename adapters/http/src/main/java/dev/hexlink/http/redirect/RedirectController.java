package dev.hexlink.http.redirect;

import dev.hexlink.application.api.FollowLinks;
import dev.hexlink.application.api.Following;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.Visitor;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.http.problem.Outage;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Problems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers short URLs. Runs on the event loop and never blocks; what must wait comes back as a future. */
@Controller(produces = MediaType.ALL)
final class RedirectController {
  private static final String PREVIEW = "+";
  private final FollowLinks links;
  private final Hosts hosts;
  private final Visitors visitors;
  private final Redirects redirects;
  private final Previews previews;
  private final Problems problems;

  RedirectController(FollowLinks links, Hosts hosts, Visitors visitors, Redirects redirects, Previews previews,
      Problems problems) {
    this.links = links;
    this.hosts = hosts;
    this.visitors = visitors;
    this.redirects = redirects;
    this.previews = previews;
    this.problems = problems;
  }

  @Get(uri = "/{code}", headRoute = false)
  CompletableFuture<HttpResponse<?>> get(String code, HttpRequest<?> request) {
    if (code.endsWith(PREVIEW)) {
      return preview(code, request);
    }
    Optional<ShortCode> shortCode = ShortCode.parse(code);
    return shortCode.isPresent() ? follow(key(shortCode.get(), request), request) : nothing(request);
  }

  /** Shows where a link leads without counting a visit. */
  @Head("/{code}")
  CompletableFuture<HttpResponse<?>> head(String code, HttpRequest<?> request) {
    if (code.endsWith(PREVIEW)) {
      return preview(code, request);
    }
    Optional<ShortCode> shortCode = ShortCode.parse(code);
    return shortCode.isPresent()
        ? answered(links.peek(key(shortCode.get(), request)), request, it -> redirects.answer(it, request))
        : nothing(request);
  }

  private CompletableFuture<HttpResponse<?>> follow(LinkKey key, HttpRequest<?> request) {
    Visitor visitor = visitors.of(request);
    Following now = links.followNow(key, visitor);
    return now != null
        ? CompletableFuture.completedFuture(redirects.answer(now, request))
        : answered(links.follow(key, visitor), request, it -> redirects.answer(it, request));
  }

  private CompletableFuture<HttpResponse<?>> preview(String code, HttpRequest<?> request) {
    return ShortCode.parse(code.substring(0, code.length() - PREVIEW.length()))
        .map(shortCode -> key(shortCode, request))
        .map(key -> answered(links.peek(key), request, it -> previews.answer(key, it, request)))
        .orElseGet(() -> nothing(request));
  }

  private CompletableFuture<HttpResponse<?>> nothing(HttpRequest<?> request) {
    return CompletableFuture
        .completedFuture(problems.tell(Problem.of(ProblemType.NOT_FOUND), request, HttpResponse.ok()));
  }

  private CompletableFuture<HttpResponse<?>> answered(CompletableFuture<Following> following, HttpRequest<?> request,
      Function<Following, HttpResponse<?>> answer) {
    return following.handle((it, failure) -> failure == null
        ? answer.apply(it)
        : problems.tell(Outage.problemOf(failure), request, HttpResponse.ok()));
  }

  private LinkKey key(ShortCode code, HttpRequest<?> request) {
    @Nullable
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return new LinkKey(hosts.served(host == null ? "" : host), code);
  }
}
