package dev.hexlink.http.operation;

import dev.hexlink.application.api.Role;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;

/** What robots and browsers ask every server for. */
@Serves({Role.REDIRECT, Role.API})
@Controller(produces = MediaType.ALL)
final class CustomaryFilesController {
  private static final String ROBOTS = "User-agent: *\nDisallow: /api/\nDisallow: /docs\nDisallow: /metrics\n";

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
