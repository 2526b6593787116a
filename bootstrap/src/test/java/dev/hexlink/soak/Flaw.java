package dev.hexlink.soak;

import dev.hexlink.application.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A defect of a whole Hexlink, that a soak must notice.
 *
 * @param properties settings of the framework besides the usual ones
 * @param build puts it into the ports of one life; what it captures outlives a crash
 */
record Flaw(String name, Map<String, Object> properties, BiFunction<Ports, Path, Ports> build) {
  static final Flaw NONE = new Flaw("none", Map.of(), (ports, _) -> ports);

  /** The same settings, and nothing broken. */
  Flaw without() {
    return new Flaw("none", properties, (ports, _) -> ports);
  }

  static Flaw of(String name, BiFunction<Ports, Path, Ports> build) {
    return new Flaw(name, Map.of(), build);
  }
}
