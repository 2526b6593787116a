package dev.hexlink.domain.visit;

import java.util.Comparator;

/** What makes a visit unique: the epoch of the journal it was written to, and its sequence there, from 0 without gaps. */
public record VisitId(Epoch epoch, long sequence) implements Comparable<VisitId> {
  private static final Comparator<VisitId> ORDER = Comparator.comparing(VisitId::epoch)
      .thenComparingLong(VisitId::sequence);

  /**
   * @throws IllegalArgumentException if the sequence is negative
   */
  public VisitId {
    if (sequence < 0) {
      throw new IllegalArgumentException("sequences begin at 0, not " + sequence);
    }
  }

  @Override
  public int compareTo(VisitId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return epoch + ":" + sequence;
  }
}
