package dev.hexlink.bootstrap;

import dev.hexlink.application.spi.PortUnavailable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line why the start failed. What nobody foresaw is logged in full besides. */
final class StartFailure {
  private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

  private StartFailure() {}

  static String lineOf(RuntimeException failure) {
    return causes(failure).filter(StartFailure::isForeseen).findFirst().map(StartFailure::line).orElseGet(() -> {
      LOG.error("the start failed", failure);
      return deepest(failure).toString();
    }).replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  /** What our own code throws, adapters included, says what is wrong. */
  private static boolean isForeseen(Throwable cause) {
    return cause.getMessage() != null && cause.getClass().getName().startsWith("dev.hexlink.");
  }

  private static String line(Throwable foreseen) {
    return foreseen instanceof PortUnavailable
        ? foreseen.getMessage() + ": " + deepest(foreseen).getMessage()
        : String.valueOf(foreseen.getMessage());
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static Throwable deepest(Throwable failure) {
    return causes(failure).reduce(failure, (outer, inner) -> inner);
  }
}
