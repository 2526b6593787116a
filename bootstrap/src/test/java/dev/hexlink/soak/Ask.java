package dev.hexlink.soak;

import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A request that may be made more than once.
 *
 * @param attempts how often at most, each time at another instance than before
 * @param patience how long an attempt may take before the next one is made beside it
 * @param whenAttempted called before each attempt
 * @param whenAnswered called with every answer, also one that nobody waited for any more
 */
record Ask(String method, String path, Map<String, String> headers, String body, int attempts, Duration patience,
    Runnable whenAttempted, Consumer<Answer> whenAnswered) {

  /** A request that changes nothing and is not written up. */
  static Ask get(String path) {
    return new Ask("GET", path, Map.of(), "", 2, Duration.ofSeconds(2), () -> {}, _ -> {});
  }
}
