package dev.hexlink.http.link;

import dev.hexlink.application.api.AdmitCallers;
import dev.hexlink.application.api.Role;
import dev.hexlink.application.api.ShortenLinks;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.http.access.Allowance;
import dev.hexlink.http.access.Callers;
import dev.hexlink.http.json.RequestBody;
import dev.hexlink.http.problem.FieldErrors;
import dev.hexlink.http.problem.Outage;
import dev.hexlink.http.problem.Refused;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Makes one link. */
@Serves(Role.API)
@Controller("/api/v1/links")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CreateController {
  private final ShortenLinks shortening;
  private final AdmitCallers admission;
  private final CreateBody wishes;
  private final LinkAnswers answers;

  CreateController(ShortenLinks shortening, AdmitCallers admission, CreateBody wishes, LinkAnswers answers) {
    this.shortening = shortening;
    this.admission = admission;
    this.wishes = wishes;
    this.answers = answers;
  }

  @Post
  HttpResponse<?> create(HttpRequest<byte[]> request) {
    FieldErrors errors = new FieldErrors();
    ShortenRequest wish = wishes.read(RequestBody.read(request), errors);
    errors.refuseIfAny();
    ShortenRequest marked = IdempotencyKeys.marked(wish, Callers.of(request), IdempotencyKeys.in(request.getHeaders()));
    Allowance allowance = Allowance.take(admission, request, 1);
    if (allowance.granted() == 0) {
      throw new Refused(allowance.problemWithLimits());
    }
    return allowance.in(answers.alone(answers.of(Outage.await(shortening.shorten(marked)))));
  }
}
