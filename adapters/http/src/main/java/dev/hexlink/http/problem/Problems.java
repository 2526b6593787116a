package dev.hexlink.http.problem;

import dev.hexlink.http.BaseUrl;
import dev.hexlink.http.page.Page;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells callers about problems: browsers by a small page, everyone else by {@code application/problem+json}. */
@Singleton
public final class Problems {
  private final BaseUrl baseUrl;
  private final JsonMapper json;

  Problems(BaseUrl baseUrl, JsonMapper json) {
    this.baseUrl = baseUrl;
    this.json = json;
  }

  public ProblemJson json(Problem problem) {
    ProblemType type = problem.type();
    return new ProblemJson(baseUrl.of("/problems/" + type.code()), type.title(), type.status(), problem.detail(),
        type.code(), problem.errors().stream().map(FieldErrorJson::from).toList());
  }

  /** Turns an answer, or an empty one, into one that tells of a problem; its other headers stay. */
  public <T extends MutableHttpResponse<Object>> T tell(Problem problem, HttpRequest<?> request, T response) {
    response.status(HttpStatus.valueOf(problem.type().status()));
    MutableHttpHeaders headers = response.getHeaders();
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    problem.headers().forEach(headers::set);
    if (wantsPage(request)) {
      Page.show(response, page(problem));
    } else {
      headers.set("X-Content-Type-Options", "nosniff");
      response.contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
      response.body(bytes(problem));
    }
    return response;
  }

  private static Page page(Problem problem) {
    return Page.titled(problem.type().title()).paragraph(problem.detail());
  }

  private byte[] bytes(Problem problem) {
    try {
      return json.writeValueAsBytes(json(problem));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean wantsPage(HttpRequest<?> request) {
    String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML) && !request.getPath().startsWith("/api/");
  }
}
