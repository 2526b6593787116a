package dev.hexlink.journal;

import dev.hexlink.domain.visit.Epoch;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a segment's file name tells.
 *
 * @param opening counts the openings of the journal, as epochs have no order
 * @param first the sequence its first visit has
 */
record SegmentName(long opening, Epoch epoch, long first) implements Comparable<SegmentName> {
  private static final Pattern TEXT = Pattern.compile("([0-9]{10})-([0-9a-f]{32})-([0-9]{18})\\.visits");
  private static final Comparator<SegmentName> ORDER = Comparator.comparingLong(SegmentName::opening)
      .thenComparing(SegmentName::epoch).thenComparingLong(SegmentName::first);

  /** Reads a file name; empty when it is not that of a segment. */
  static Optional<SegmentName> parse(String fileName) {
    Matcher parts = TEXT.matcher(fileName);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Epoch.parse(parts.group(2))
        .map(epoch -> new SegmentName(Long.parseLong(parts.group(1)), epoch, Long.parseLong(parts.group(3))));
  }

  @Override
  public int compareTo(SegmentName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "%010d-%s-%018d.visits".formatted(opening, epoch, first);
  }
}
