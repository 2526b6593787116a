package dev.hexlink.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers requests that were refused on the way. */
@Singleton
final class RefusedHandler implements ExceptionHandler<Refused, HttpResponse<?>> {
  private final Problems problems;

  RefusedHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface says HttpRequest without its type
  public HttpResponse<?> handle(HttpRequest request, Refused refused) {
    return problems.tell(refused.problem(), request, HttpResponse.ok());
  }
}
