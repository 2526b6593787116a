package dev.hexlink.soak;

import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.util.Optional;

/**
 * What a request came to.
 *
 * @param answer the first that was no server error, or else the last; empty when there was none
 * @param serverErrors how many attempts were answered by a status of 500 or above
 * @param broken how many attempts ended without an answer
 */
record Reply(Optional<Answer> answer, int serverErrors, int broken) {
  static final int LOWEST_SERVER_ERROR = 500;

  /** How it ended, if its answer is right when it is no server error. */
  Ending ending(boolean right) {
    if (answer.isEmpty()) {
      return Ending.UNANSWERED;
    }
    if (answer.get().status() >= LOWEST_SERVER_ERROR) {
      return Ending.SERVER_ERROR;
    }
    return right ? Ending.ANSWERED : Ending.WRONG;
  }
}
