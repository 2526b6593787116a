package dev.hexlink.http.problem;

import dev.hexlink.application.spi.PortUnavailable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers requests that met an outage: nobody knows, so neither yes nor no is said. */
@Singleton
final class OutageHandler implements ExceptionHandler<PortUnavailable, HttpResponse<?>> {
  private final Problems problems;

  OutageHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface says HttpRequest without its type
  public HttpResponse<?> handle(HttpRequest request, PortUnavailable outage) {
    return problems.tell(Outage.PROBLEM, request, HttpResponse.ok());
  }
}
