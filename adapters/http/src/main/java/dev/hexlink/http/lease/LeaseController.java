package dev.hexlink.http.lease;

import dev.hexlink.application.api.LeaseCodes;
import dev.hexlink.application.api.Role;
import dev.hexlink.http.json.RequestBody;
import dev.hexlink.http.problem.FieldErrors;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Leases blocks of counts to other instances. */
@Serves(Role.KEYGEN)
@Controller("/allocate")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LeaseController {
  private final LeaseCodes leases;
  private final LeaseKey key;

  LeaseController(LeaseCodes leases, LeaseKey key) {
    this.leases = leases;
    this.key = key;
  }

  @Post
  HttpResponse<LeaseJson> lease(HttpRequest<byte[]> request) {
    key.check(request);
    FieldErrors errors = new FieldErrors();
    LeaseWish wish = LeaseWish.read(RequestBody.read(request), errors);
    errors.refuseIfAny();
    return leases.lease(wish.stack(), wish.size()).map(block -> LeaseJson.from(wish.stack(), block))
        .map(lease -> HttpResponse.ok(lease).header(HttpHeaders.CACHE_CONTROL, "no-store"))
        .orElseThrow(() -> new Refused(Problem.of(ProblemType.UNKNOWN_STACK)));
  }
}
