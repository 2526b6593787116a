package dev.hexlink.soak;

import java.util.List;

/** What a share of requests did not exceed. */
final class Quantile {
  private Quantile() {}

  /** In milliseconds; 0 when there was no request. */
  static double millis(List<Entry> entries, double share) {
    long[] micros = entries.stream().mapToLong(Entry::micros).sorted().toArray();
    return micros.length == 0
        ? 0
        : micros[(int) Math.min(micros.length - 1, Math.ceil(micros.length * share) - 1)] / 1e3;
  }
}
