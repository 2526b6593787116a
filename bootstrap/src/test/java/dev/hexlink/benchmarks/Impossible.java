package dev.hexlink.benchmarks;

import java.io.Serial;

/** Says why nothing can be measured, in words for the one who asked. */
public final class Impossible extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1;

  private final String why;

  public Impossible(String why) {
    super(why);
    this.why = why;
  }

  public String why() {
    return why;
  }
}
