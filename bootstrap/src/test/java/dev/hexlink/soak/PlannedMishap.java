package dev.hexlink.soak;

import java.time.Duration;
import java.util.Locale;

/**
 * A mishap and when it shall happen; later if the one before is not got over.
 *
 * @param after how long after the beginning
 * @param length how long it lasts
 */
record PlannedMishap(Mishap mishap, Duration after, Duration length) {
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%6.1f s  %s, for %.1f s", after.toMillis() / 1e3, mishap.name(),
        length.toMillis() / 1e3);
  }
}
