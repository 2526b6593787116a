package dev.hexlink.http.operation;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;

/** Shows all metrics in the text format of Prometheus. */
@Controller("/metrics")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MetricsController {
  private static final MediaType FORMAT = MediaType.of("text/plain; version=0.0.4; charset=utf-8");
  private final BeanProvider<PrometheusMeterRegistry> registry;

  MetricsController(BeanProvider<PrometheusMeterRegistry> registry) {
    this.registry = registry;
  }

  @Get(produces = MediaType.ALL)
  HttpResponse<byte[]> show() {
    return HttpResponse.ok(registry.get().scrape().getBytes(StandardCharsets.UTF_8)).contentType(FORMAT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
