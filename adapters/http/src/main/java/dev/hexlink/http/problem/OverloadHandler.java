package dev.hexlink.http.problem;

import dev.hexlink.application.api.Overloaded;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers requests that were turned away because they can wait. */
@Singleton
final class OverloadHandler implements ExceptionHandler<Overloaded, HttpResponse<?>> {
  private final Problems problems;

  OverloadHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface says HttpRequest without its type
  public HttpResponse<?> handle(HttpRequest request, Overloaded overload) {
    return problems.tell(Outage.OVERLOAD, request, HttpResponse.ok());
  }
}
