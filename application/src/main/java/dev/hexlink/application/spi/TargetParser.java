package dev.hexlink.application.spi;

import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.TargetUrl;

/** Reads what a user wants shortened, by the WHATWG URL standard: what the standard would only accept by repairing it is refused. */
public interface TargetParser {
  Parsing parse(String text);

  /** What came of it. */
  sealed interface Parsing {
    record Parsed(TargetUrl target) implements Parsing {}

    record Refused(TargetRefusal why) implements Parsing {}
  }
}
