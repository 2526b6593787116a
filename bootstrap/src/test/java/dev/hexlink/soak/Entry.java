package dev.hexlink.soak;

/**
 * One request in the diary.
 *
 * @param at when it was made, on the clock of {@link System#nanoTime()}
 * @param micros how long it took, the second attempt included
 * @param serverErrors how many attempts were answered by a status of 500 or above
 * @param broken how many attempts ended without an answer
 */
record Entry(Errand errand, long at, long micros, Ending ending, int serverErrors, int broken) {
  boolean isAnswered() {
    return ending == Ending.ANSWERED;
  }

  boolean isTroubled() {
    return !isAnswered() || serverErrors > 0 || broken > 0;
  }
}
