package dev.hexlink.application.count;

import java.time.Duration;

/**
 * How long a published visit may stay unsettled before it is published again. While letters wait in the queue the visit is most likely among them, and
 * what was published again without success is published ever more seldom: workers that are away for long must not find the same visits many times.
 *
 * @param first how long when nothing waits in the queue
 * @param letters whether letters wait in the queue, or nobody can tell
 */
record Patience(Duration first, boolean letters) {
  private static final int WHILE_LETTERS_WAIT = 10;
  private static final int MOST_DOUBLINGS = 6;

  /**
   * @param repetitions how often the visit was published again in vain
   */
  Duration after(int repetitions) {
    return first.multipliedBy(letters ? WHILE_LETTERS_WAIT : 1)
        .multipliedBy(1L << Math.min(repetitions, MOST_DOUBLINGS));
  }
}
