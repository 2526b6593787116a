package dev.hexlink.http.link;

import dev.hexlink.application.api.AdmitCallers;
import dev.hexlink.application.api.Caller;
import dev.hexlink.application.api.Role;
import dev.hexlink.application.api.ShortenLinks;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.api.Shortening;
import dev.hexlink.http.access.Allowance;
import dev.hexlink.http.access.Callers;
import dev.hexlink.http.json.FieldReader;
import dev.hexlink.http.json.FieldType;
import dev.hexlink.http.json.Json;
import dev.hexlink.http.json.RequestBody;
import dev.hexlink.http.problem.FieldErrors;
import dev.hexlink.http.problem.Outage;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Problems;
import dev.hexlink.http.problem.Refused;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up to 1,000 links; what comes of each is told in order, each for itself. */
@Serves(Role.API)
@Controller("/api/v1/links/bulk")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BulkController {
  /** Between a bulk's key and an item's number: no key that a client sends holds a space. */
  private static final String ITEM = " ";
  private static final int MOST = 1_000;
  private static final FieldType<List<Json>> ITEMS = (value, field, errors) -> {
    if (!(value instanceof Json.Items(var items))) {
      errors.wrongType(field, "an array of objects");
      return null;
    }
    if (items.isEmpty() || items.size() > MOST) {
      errors.add(field, ProblemType.TOO_MANY_ITEMS, ProblemType.TOO_MANY_ITEMS.explanation());
    }
    return items;
  };
  private final ShortenLinks shortening;
  private final AdmitCallers admission;
  private final CreateBody wishes;
  private final LinkAnswers answers;
  private final Problems problems;

  BulkController(ShortenLinks shortening, AdmitCallers admission, CreateBody wishes, LinkAnswers answers,
      Problems problems) {
    this.shortening = shortening;
    this.admission = admission;
    this.wishes = wishes;
    this.answers = answers;
    this.problems = problems;
  }

  @Post
  HttpResponse<BulkJson> create(HttpRequest<byte[]> request) {
    List<BulkWish> items = items(request, Callers.of(request), IdempotencyKeys.in(request.getHeaders()));
    List<ShortenRequest> sound = items.stream()
        .flatMap(item -> item instanceof BulkWish.Sound(var wish) ? Stream.of(wish) : Stream.empty()).toList();
    Allowance allowance = Allowance.take(admission, request, sound.size());
    List<ShortenRequest> allowed = sound.subList(0, allowance.granted());
    Iterator<CompletableFuture<Shortening>> outcomes = shortening.shortenAll(allowed).iterator();
    List<BulkItemJson> results = items.stream().map(item -> json(answer(item, outcomes, allowance))).toList();
    return allowance.in(HttpResponse.<BulkJson>status(HttpStatus.MULTI_STATUS).body(new BulkJson(results)));
  }

  private List<BulkWish> items(HttpRequest<byte[]> request, Caller caller, @Nullable String key) {
    FieldErrors errors = new FieldErrors();
    FieldReader fields = FieldReader.of(RequestBody.readLarge(request), errors);
    List<Json> items = fields.require("links", ITEMS);
    fields.refuseOthers();
    errors.refuseIfAny();
    List<BulkWish> result = new ArrayList<>();
    for (Json item : items == null ? List.<Json>of() : items) {
      FieldErrors itemErrors = new FieldErrors();
      ShortenRequest wish = wishes.read(item, itemErrors);
      String itemKey = key == null ? null : key + ITEM + result.size();
      result.add(itemErrors.problem().<BulkWish>map(BulkWish.Faulty::new)
          .orElseGet(() -> new BulkWish.Sound(IdempotencyKeys.marked(wish, caller, itemKey))));
    }
    return result;
  }

  private Answer answer(BulkWish item, Iterator<CompletableFuture<Shortening>> outcomes, Allowance allowance) {
    if (item instanceof BulkWish.Faulty(var problem)) {
      return new Answer.Told(problem);
    }
    if (!outcomes.hasNext()) {
      return new Answer.Told(allowance.problem());
    }
    try {
      return answers.of(Outage.await(outcomes.next()));
    } catch (Refused outage) {
      return new Answer.Told(outage.problem());
    }
  }

  private BulkItemJson json(Answer answer) {
    return switch (answer) {
      case Answer.Made(_, var link) -> new BulkItemJson(201, link, null);
      case Answer.Found(_, var link) -> new BulkItemJson(200, link, null);
      case Answer.Told(var problem) -> new BulkItemJson(problem.type().status(), null, problems.json(problem));
    };
  }
}
