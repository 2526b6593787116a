package dev.hexlink.http.operation;

import dev.hexlink.application.api.Role;
import dev.hexlink.http.page.Page;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The front page, which leads to the API. */
@Serves(Role.API)
@Controller(produces = MediaType.ALL)
final class HomeController {
  @Get
  HttpResponse<?> home() {
    MutableHttpResponse<Object> response = HttpResponse.ok();
    Page.show(response, Page.titled("Hexlink").paragraph("This server makes long addresses short.")
        .link("/docs", "Try the API").link("/openapi.yaml", "The API as OpenAPI document")
        .link("/problems", "What an error means"));
    return response;
  }
}
