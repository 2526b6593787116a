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
@Controller
final class HomeController {
  private static final String ROBOTS = "User-agent: *\nDisallow: /api/\nDisallow: /docs\nDisallow: /metrics\n";

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<?> home() {
    MutableHttpResponse<Object> response = HttpResponse.ok();
    Page.show(response, Page.titled("Hexlink").paragraph("This server makes long addresses short.")
        .link("/docs", "Try the API").link("/openapi.yaml", "The API as OpenAPI document")
        .link("/problems", "What an error means"));
    return response;
  }

  @Get(uri = "/robots.txt", produces = MediaType.TEXT_PLAIN)
  String robots() {
    return ROBOTS;
  }

  @Get(uri = "/favicon.ico", produces = MediaType.ALL)
  HttpResponse<byte[]> icon() throws IOException {
    return HttpResponse.ok(Resource.bytes("dev/hexlink/http/icon.svg")).contentType(MediaType.of("image/svg+xml"))
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400");
  }
}
