package dev.hexlink.http.role;

import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Problems;
import io.micronaut.context.annotation.Executable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Answers requests for what instances in another role serve. Each method is named like the role. */
@Singleton
final class Elsewhere {
  private final Problems problems;

  Elsewhere(Problems problems) {
    this.problems = problems;
  }

  @Executable
  MutableHttpResponse<?> redirect(HttpRequest<?> request) {
    return tell("Short links are followed at instances in the role 'redirect', which this one does not have.", request);
  }

  @Executable
  MutableHttpResponse<?> api(HttpRequest<?> request) {
    return tell("The API is served by instances in the role 'api', which this one does not have.", request);
  }

  @Executable
  MutableHttpResponse<?> keygen(HttpRequest<?> request) {
    return tell("Counts are leased by instances in the role 'keygen', which this one does not have.", request);
  }

  /** The length is said, as an answer to HEAD has no body to find it by. */
  private MutableHttpResponse<?> tell(String detail, HttpRequest<?> request) {
    MutableHttpResponse<Object> response = problems.tell(new Problem(ProblemType.NOT_SERVED_HERE, detail), request,
        HttpResponse.ok());
    return response.contentLength(response.body() instanceof byte[] bytes ? bytes.length : 0);
  }
}
