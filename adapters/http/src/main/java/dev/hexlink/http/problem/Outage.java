package dev.hexlink.http.problem;

import dev.hexlink.application.api.CodesExhausted;
import dev.hexlink.application.api.Overloaded;
import dev.hexlink.application.spi.PortUnavailable;
import io.micronaut.http.HttpHeaders;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What is told when something did not answer, and how it is found in a failure. */
public final class Outage {
  private static final String SECONDS = "2";
  /** The answer to every outage. */
  public static final Problem PROBLEM = Problem.of(ProblemType.UNAVAILABLE).with(HttpHeaders.RETRY_AFTER, SECONDS);
  private static final Problem NO_CODES = Problem.of(ProblemType.CODES_EXHAUSTED).with(HttpHeaders.RETRY_AFTER,
      SECONDS);

  static final Problem OVERLOAD = Problem.of(ProblemType.OVERLOADED).with(HttpHeaders.RETRY_AFTER, "1");

  private Outage() {}

  /**
   * The problem a failure stands for.
   *
   * @throws RuntimeException the failure itself, if it is no outage
   */
  public static Problem problemOf(Throwable failure) {
    return switch (failure) {
      case CompletionException e when e.getCause() != null -> problemOf(e.getCause());
      case PortUnavailable _ -> PROBLEM;
      case CodesExhausted _ -> NO_CODES;
      case Overloaded _ -> OVERLOAD;
      case Refused refused -> refused.problem();
      case RuntimeException bug -> throw bug;
      case Error bug -> throw bug;
      default -> throw new IllegalStateException(failure);
    };
  }

  /**
   * Waits for an answer.
   *
   * @throws Refused if an outage came instead
   */
  public static <T> T await(CompletionStage<T> answer) {
    CompletableFuture<T> future = answer.toCompletableFuture();
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new Refused(problemOf(e));
    }
  }
}
