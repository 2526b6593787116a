package dev.hexlink.http.operation;

import dev.hexlink.application.api.Readiness;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/**
 * Tells whether this instance lives, and whether it can do its work. Like every page with a path of one word, it says that it produces anything: else a request for anything
 * would be taken for a code by {@code /{code}}.
 */
@Controller(produces = MediaType.ALL)
final class HealthController {
  private final Readiness readiness;

  HealthController(Readiness readiness) {
    this.readiness = readiness;
  }

  /** Looks at nothing: who gets this answer knows that the server answers. */
  @Get("/healthz")
  HttpResponse<HealthJson> lives() {
    return unkept(HttpResponse.ok(new HealthJson("up", List.of())));
  }

  @Get("/readyz")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<HealthJson> isReady() {
    List<Readiness.Check> checks = readiness.look();
    boolean ready = checks.stream().allMatch(Readiness.Check::up);
    HealthJson health = new HealthJson(ready ? "up" : "down", checks.stream().map(CheckJson::from).toList());
    return unkept(HttpResponse.<HealthJson>status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).body(health));
  }

  private static MutableHttpResponse<HealthJson> unkept(MutableHttpResponse<HealthJson> response) {
    return response.contentType(MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
