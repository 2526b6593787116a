package dev.hexlink.domain.visit;

/** Sequences of one epoch: {@code [start, end)}, half-open. */
public record SequenceRange(long start, long end) {
  /**
   * @throws IllegalArgumentException if the start is negative or not below the end
   */
  public SequenceRange {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a range: [" + start + ", " + end + ")");
    }
  }

  public long size() {
    return end - start;
  }

  public boolean contains(long sequence) {
    return sequence >= start && sequence < end;
  }
}
