package dev.hexlink.architecture.broken.domain;

import java.util.Optional;

/** A parameter that wraps what may be missing. */
public final class TakesAnOptional {
  public String orNothing(Optional<String> word) {
    return word.orElse("");
  }
}
