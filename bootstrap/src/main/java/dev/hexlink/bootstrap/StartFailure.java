package dev.hexlink.bootstrap;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.spi.PortUnavailable;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line why the start failed. What nobody foresaw is logged in full besides. */
final class StartFailure {
  private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

  private StartFailure() {}

  static String lineOf(RuntimeException failure) {
    return causes(failure).flatMap(cause -> foreseen(cause).stream()).findFirst().orElseGet(() -> {
      LOG.error("the start failed", failure);
      return deepest(failure).toString();
    }).replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  private static Optional<String> foreseen(Throwable cause) {
    return switch (cause) {
      case StartRefused refused -> Optional.ofNullable(refused.getMessage());
      case BindException taken -> Optional.of("the port cannot be had (" + taken.getMessage()
          + "); stop what listens there, or set MICRONAUT_SERVER_PORT");
      case PortUnavailable unavailable ->
        Optional.of(unavailable.getMessage() + ": " + deepest(unavailable).getMessage());
      default -> Optional.empty();
    };
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static Throwable deepest(Throwable failure) {
    return causes(failure).reduce(failure, (outer, inner) -> inner);
  }
}
