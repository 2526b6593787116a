package dev.hexlink.soak;

import java.util.List;

/**
 * A mishap that has happened, on the clock of {@link System#nanoTime()}.
 *
 * @param over when the cause was gone; what was killed was started again then
 * @param recovered when the last attempt had failed and every instance was ready again
 * @param timely whether that was seen to come before the next mishap had to begin
 */
record Episode(String name, long begun, long over, long recovered, boolean timely) {
  double secondsToRecover() {
    return Math.max(0, recovered - over) / 1e9;
  }

  double seconds() {
    return (over - begun) / 1e9;
  }

  /** What was asked from its beginning until everything was well again. */
  List<Entry> entries(Diary diary) {
    return diary.between(begun, Math.max(recovered, over));
  }
}
