package dev.hexlink.application.count;

import dev.hexlink.domain.visit.SequenceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A set of sequences, as ranges that neither touch nor overlap, ascending. */
record Ranges(List<SequenceRange> ranges) {
  static final Ranges NONE = new Ranges(List.of());

  static Ranges of(Collection<SequenceRange> any) {
    List<SequenceRange> merged = new ArrayList<>();
    any.stream().sorted(Comparator.comparingLong(SequenceRange::start)).forEach(range -> {
      SequenceRange last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && range.start() <= last.end()) {
        merged.set(merged.size() - 1, new SequenceRange(last.start(), Math.max(last.end(), range.end())));
      } else {
        merged.add(range);
      }
    });
    return new Ranges(List.copyOf(merged));
  }

  Ranges and(Ranges others) {
    return of(Stream.concat(ranges.stream(), others.ranges.stream()).toList());
  }

  boolean contains(long sequence) {
    return ranges.stream().anyMatch(range -> range.contains(sequence));
  }

  /** The first sequence from {@code start} on that is not in the set. */
  long firstMissing(long start) {
    return ranges.stream().filter(range -> range.contains(start)).findFirst().map(SequenceRange::end).orElse(start);
  }

  /** How many sequences of {@code [start, end)} are in the set. */
  long countWithin(long start, long end) {
    return ranges.stream().mapToLong(range -> Math.max(0, Math.min(end, range.end()) - Math.max(start, range.start())))
        .sum();
  }
}
