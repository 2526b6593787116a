package dev.hexlink.redis;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Redis did not answer, or refused. What was asked of it may have been done or not. */
final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoAnswer(String message) {
    super(message);
  }

  NoAnswer(String message, Throwable cause) {
    super(message, cause);
  }

  /** In one line, what lies at the bottom of a failure. */
  static NoAnswer because(Throwable failure) {
    if (failure instanceof NoAnswer known) {
      return known;
    }
    if ((failure instanceof ExecutionException || failure instanceof CompletionException)
        && failure.getCause() != null) {
      return because(failure.getCause());
    }
    return new NoAnswer(reason(failure), failure);
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    boolean tls = false;
    while (root.getCause() != null) {
      tls |= root instanceof SSLException;
      root = root.getCause();
    }
    return (tls ? "TLS is not agreed on: " : "") + messageOf(root);
  }

  private static String messageOf(Throwable root) {
    if (root instanceof TimeoutException) {
      return "it does not answer in time";
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message.lines().findFirst().orElse("").strip();
  }
}
