package dev.hexlink.http.link;

import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.http.problem.Problem;

/** One item of a bulk request, as it was read. */
sealed interface BulkWish {
  /** It can be asked for. */
  record Sound(ShortenRequest wish) implements BulkWish {}

  /** Something in it is wrong. */
  record Faulty(Problem problem) implements BulkWish {}
}
