package dev.hexlink.http.operation;

import dev.hexlink.application.api.Role;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;

/** Describes the API, to machines and to people who want to try it. Everything a page needs comes from this server. */
@Serves(Role.API)
@Controller(produces = MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocumentationController {
  private static final String OWN = "dev/hexlink/http/";
  /** Swagger UI sets style attributes and shows its icons as data. */
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
      + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private final SwaggerUi swaggerUi;

  DocumentationController(SwaggerUi swaggerUi) {
    this.swaggerUi = swaggerUi;
  }

  @Get("/openapi.yaml")
  HttpResponse<byte[]> document() throws IOException {
    return file(Resource.bytes(OWN + "openapi.yaml"), "application/yaml");
  }

  @Get("/docs")
  HttpResponse<byte[]> page() throws IOException {
    return file(Resource.bytes(OWN + "docs.html"), "text/html;charset=utf-8")
        .header("Content-Security-Policy", POLICY).header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer");
  }

  @Get("/docs/start.js")
  HttpResponse<byte[]> start() throws IOException {
    return file(Resource.bytes(OWN + "docs.js"), "text/javascript;charset=utf-8");
  }

  @Get("/docs/swagger-ui.css")
  HttpResponse<byte[]> style() throws IOException {
    return file(swaggerUi.file("swagger-ui.css"), "text/css;charset=utf-8");
  }

  @Get("/docs/swagger-ui-bundle.js")
  HttpResponse<byte[]> script() throws IOException {
    return file(swaggerUi.file("swagger-ui-bundle.js"), "text/javascript;charset=utf-8");
  }

  private static MutableHttpResponse<byte[]> file(byte[] content, String type) {
    return HttpResponse.ok(content).contentType(MediaType.of(type)).header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }
}
