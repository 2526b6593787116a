package dev.hexlink.redis;

/**
 * What happened to a count, in order, made into one step: {@code loss} is taken away, though not below zero, then {@code gain} is added. Any number of
 * changes one after the other is such a step again.
 */
record Change(long loss, long gain) {
  static final Change NONE = new Change(0, 0);

  /** This change, and afterwards another: a negative number takes away. */
  Change then(long more) {
    if (more >= 0) {
      return new Change(loss, gain + more);
    }
    long taken = Math.min(gain, -more);
    return new Change(loss - more - taken, gain - taken);
  }

  boolean isNothing() {
    return loss == 0 && gain == 0;
  }
}
