package dev.hexlink.http.redirect;

import dev.hexlink.application.api.FollowLinks;
import dev.hexlink.application.api.Following;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.Role;
import dev.hexlink.application.api.Visitor;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.http.problem.Outage;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Problems;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers short URLs. Runs on the event loop and never blocks; what must wait comes back as a future. */
@Serves(Role.REDIRECT)
@Controller(produces = MediaType.ALL)
final class RedirectController {
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
  CompletableFuture<MutableHttpResponse<?>> follow(String code, HttpRequest<?> request) {
    LinkKey key = key(code, request);
    if (key == null) {
      return nothing(request);
    }
    Visitor visitor = visitors.of(request);
    Following now = links.followNow(key, visitor);
    return now != null
        ? CompletableFuture.completedFuture(redirects.answer(now, request))
        : answered(links.follow(key, visitor), request, it -> redirects.answer(it, request));
  }

  /** Tells where a link leads without counting a visit. */
  @Head("/{code}")
  CompletableFuture<MutableHttpResponse<?>> look(String code, HttpRequest<?> request) {
    LinkKey key = key(code, request);
    CompletableFuture<MutableHttpResponse<?>> answer = key == null
        ? nothing(request)
        : answered(links.peek(key), request, it -> redirects.answer(it, request));
    return answer.thenApply(RedirectController::withLength);
  }

  /** Shows where a link leads, to a person, without counting a visit. */
  @Get(uri = "/{code}+", headRoute = false)
  CompletableFuture<MutableHttpResponse<?>> preview(String code, HttpRequest<?> request) {
    LinkKey key = key(code, request);
    return key == null
        ? nothing(request)
        : answered(links.peek(key), request, it -> previews.answer(key, it, request));
  }

  private CompletableFuture<MutableHttpResponse<?>> nothing(HttpRequest<?> request) {
    return CompletableFuture
        .completedFuture(problems.tell(Problem.of(ProblemType.NOT_FOUND), request, HttpResponse.ok()));
  }

  private CompletableFuture<MutableHttpResponse<?>> answered(CompletableFuture<Following> following,
      HttpRequest<?> request, Function<Following, MutableHttpResponse<?>> answer) {
    return following.handle((it, failure) -> failure == null
        ? answer.apply(it)
        : problems.tell(Outage.problemOf(failure), request, HttpResponse.ok()));
  }

  /** An answer to HEAD says how long the body would be; without it the connection could not be kept. */
  private static MutableHttpResponse<?> withLength(MutableHttpResponse<?> response) {
    int length = response.body() instanceof byte[] bytes ? bytes.length : 0;
    return response.contentLength(length);
  }

  /** The key a path names; null when no link can have it. */
  private @Nullable LinkKey key(String code, HttpRequest<?> request) {
    @Nullable
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return ShortCode.parse(code).map(it -> new LinkKey(hosts.served(host == null ? "" : host), it)).orElse(null);
  }
}
