package dev.hexlink.http.problem;

import dev.hexlink.http.page.Page;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.function.Supplier;

/** A page for every type of problem: what its address leads to. */
@Controller(value = "/problems", produces = MediaType.ALL)
final class ProblemPages {
  @Get
  HttpResponse<?> all() {
    Page page = Page.titled("Problems");
    for (ProblemType type : ProblemType.values()) {
      page.link("/problems/" + type.code(), type.status() + " " + type.code() + ": " + type.title());
    }
    return shown(page);
  }

  @Get("/{name}")
  HttpResponse<?> one(String name) {
    Supplier<Refused> unknown = () -> new Refused(Problem.of(ProblemType.NOT_FOUND));
    ProblemType type = ProblemType.named(name).orElseThrow(unknown);
    return shown(Page.titled(type.title()).fact("Status", Integer.toString(type.status())).fact("Code", type.code())
        .paragraph(type.explanation()).link("/problems", "All problems"));
  }

  private static HttpResponse<?> shown(Page page) {
    MutableHttpResponse<Object> response = HttpResponse.ok();
    Page.show(response, page);
    return response;
  }
}
