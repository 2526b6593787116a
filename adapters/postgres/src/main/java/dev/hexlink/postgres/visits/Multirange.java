package dev.hexlink.postgres.visits;

/** Sequences as the store writes many of them: in ranges. */
final class Multirange {
  private final StringBuilder text = new StringBuilder("{");
  private long start = -1;
  private long end = -1;

  /**
   * @param ascending each once
   */
  static String of(Iterable<Long> ascending) {
    Multirange ranges = new Multirange();
    ascending.forEach(ranges::add);
    return ranges.text();
  }

  private void add(long sequence) {
    if (sequence != end) {
      write();
      start = sequence;
    }
    end = sequence + 1;
  }

  private void write() {
    if (start >= 0) {
      text.append(text.length() > 1 ? "," : "").append('[').append(start).append(',').append(end).append(')');
    }
  }

  private String text() {
    write();
    return text.append('}').toString();
  }
}
