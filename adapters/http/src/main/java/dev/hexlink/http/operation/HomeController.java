package dev.hexlink.http.operation;

import dev.hexlink.http.page.Page;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;

/** The front page, and what robots and browsers ask every server for. */
@Controller(produces = MediaType.ALL)
final class HomeController {
  private static final String ROBOTS = "User-agent: *\nDisallow: /api/\nDisallow: /docs\nDisallow: /metrics\n";

  @Get
  HttpResponse<?> home() {
    MutableHttpResponse<Object> response = HttpResponse.ok();
    Page.show(response, Page.titled("Hexlink").paragraph("This server makes long addresses short.")
        .link("/docs", "Try the API").link("/openapi.yaml", "The API as OpenAPI document")
        .link("/problems", "What an error means"));
    return response;
  }

  @Get("/robots.txt")
  HttpResponse<String> robots() {
    return HttpResponse.ok(ROBOTS).contentType(MediaType.TEXT_PLAIN_TYPE);
  }

  @Get("/favicon.ico")
  HttpResponse<byte[]> icon() throws IOException {
    return HttpResponse.ok(Resource.bytes("dev/hexlink/http/icon.svg")).contentType(MediaType.of("image/svg+xml"))
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400");
  }
}
