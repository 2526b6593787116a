package dev.hexlink.http.link;

import dev.hexlink.application.api.ChangeLinks;
import dev.hexlink.application.api.ChangeRequest;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.LinkView;
import dev.hexlink.application.api.ReadLinks;
import dev.hexlink.application.api.Role;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.http.json.RequestBody;
import dev.hexlink.http.problem.FieldErrors;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.OptionalLong;

/** Shows, changes, retires and restores links. */
@Serves(Role.API)
@Controller("/api/v1/links")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LinksController {
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private final ReadLinks reading;
  private final ChangeLinks changing;
  private final LinkKeys keys;
  private final LinkAnswers answers;
  private final Hosts hosts;

  LinksController(ReadLinks reading, ChangeLinks changing, LinkKeys keys, LinkAnswers answers, Hosts hosts) {
    this.reading = reading;
    this.changing = changing;
    this.keys = keys;
    this.answers = answers;
    this.hosts = hosts;
  }

  @Get
  HttpResponse<LinkListJson> list(HttpRequest<?> request) {
    return HttpResponse.ok(LinkListJson.from(reading.list(ListParameters.in(request.getParameters(), hosts)), hosts));
  }

  @Get("/{code}")
  HttpResponse<LinkJson> read(String code, HttpRequest<?> request) {
    LinkView view = reading.read(keys.of(code, request))
        .orElseThrow(() -> new Refused(Problem.of(ProblemType.LINK_NOT_FOUND)));
    if (view.link().retiredAt() != null) {
      throw new Refused(new Problem(ProblemType.LINK_NOT_FOUND, "The link was deleted. It can be restored."));
    }
    return answers.shown(view);
  }

  @Patch(uri = "/{code}", consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON})
  HttpResponse<LinkJson> change(String code, HttpRequest<byte[]> request) {
    LinkKey key = keys.of(code, request);
    FieldErrors errors = new FieldErrors();
    ChangeRequest wish = ChangeBody.read(RequestBody.read(request), errors);
    errors.refuseIfAny();
    return answers.shown(answers.changed(changing.change(key, wish, expected(key, request))));
  }

  @Delete("/{code}")
  HttpResponse<?> retire(String code, HttpRequest<?> request) {
    LinkKey key = keys.of(code, request);
    answers.changed(changing.retire(key, expected(key, request)));
    return HttpResponse.noContent();
  }

  @Post(uri = "/{code}/restore", consumes = MediaType.ALL)
  HttpResponse<LinkJson> restore(String code, HttpRequest<?> request) {
    LinkKey key = keys.of(code, request);
    return answers.shown(answers.changed(changing.restore(key, expected(key, request))));
  }

  /** The version the caller expects; where several will do, the current one if it is among them. */
  private OptionalLong expected(LinkKey key, HttpRequest<?> request) {
    Expectation expectation = Expectation.in(request.getHeaders());
    OptionalLong current = expectation.isChoice()
        ? reading.read(key).map(view -> OptionalLong.of(view.link().version())).orElse(OptionalLong.empty())
        : OptionalLong.empty();
    return expectation.given(current);
  }
}
