package dev.hexlink.http.operation;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
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
import java.util.stream.Collectors;

/** Shows all metrics in the text format of Prometheus. The registry, with all that it measures, is made when it is first asked for. */
@Controller(value = "/metrics", produces = MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MetricsController {
  private static final MediaType FORMAT = MediaType.of("text/plain; version=0.0.4; charset=utf-8");
  private final BeanProvider<CompositeMeterRegistry> registry;

  MetricsController(BeanProvider<CompositeMeterRegistry> registry) {
    this.registry = registry;
  }

  @Get
  HttpResponse<byte[]> show() {
    String metrics = registry.get().getRegistries().stream().filter(PrometheusMeterRegistry.class::isInstance)
        .map(it -> ((PrometheusMeterRegistry) it).scrape()).collect(Collectors.joining());
    return HttpResponse.ok(metrics.getBytes(StandardCharsets.UTF_8)).contentType(FORMAT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
