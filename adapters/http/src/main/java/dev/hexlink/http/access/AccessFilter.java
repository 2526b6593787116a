package dev.hexlink.http.access;

import dev.hexlink.application.api.Role;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Lets nobody past who may not call the API. Redirects, pages and health do not come this way. */
@Serves(Role.API)
@ServerFilter("/api/**")
final class AccessFilter {
  private final Callers callers;

  AccessFilter(Callers callers) {
    this.callers = callers;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void admit(HttpRequest<?> request) {
    callers.admit(request);
  }

  @ResponseFilter
  void keepPrivate(MutableHttpResponse<?> response) {
    response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getHeaders().set("X-Content-Type-Options", "nosniff");
  }
}
