package dev.hexlink.http.target;

import dev.hexlink.domain.link.TargetRefusal;

/** Ends the reading of a target. */
final class Unparsable extends Exception {
  private static final long serialVersionUID = 1L;
  private final TargetRefusal why;

  Unparsable(TargetRefusal why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  TargetRefusal why() {
    return why;
  }
}
