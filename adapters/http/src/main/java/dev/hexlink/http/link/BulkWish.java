package dev.hexlink.http.link;

import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.http.problem.Problem;
import java.util.Optional;

/** One item of a bulk request: a wish, or what is wrong with it. */
record BulkWish(Optional<ShortenRequest> wish, Optional<Problem> problem) {
  static BulkWish of(ShortenRequest wish, Optional<Problem> problem) {
    return new BulkWish(problem.isPresent() ? Optional.empty() : Optional.of(wish), problem);
  }
}
