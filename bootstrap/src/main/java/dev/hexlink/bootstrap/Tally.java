package dev.hexlink.bootstrap;

import dev.hexlink.application.spi.StoredRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many records of each kind there were. */
final class Tally {
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long total;

  void count(StoredRecord record) {
    counts.merge(kindOf(record), 1L, Long::sum);
    total++;
  }

  long total() {
    return total;
  }

  /** A line for each kind, in the order of the first of each. */
  List<String> lines() {
    return counts.entrySet().stream()
        .map(count -> String.format(Locale.ROOT, "%,12d  %s", count.getValue(), count.getKey())).toList();
  }

  private static String kindOf(StoredRecord record) {
    return switch (record) {
      case StoredRecord.Facts _ -> "code key, alphabet and length";
      case StoredRecord.KnownHost _ -> "hosts";
      case StoredRecord.KnownStack _ -> "stacks";
      case StoredRecord.StoredLink _ -> "links";
      case StoredRecord.Pin _ -> "pinned links";
      case StoredRecord.Mark _ -> "idempotency keys";
      case StoredRecord.NextCount _ -> "counters";
      case StoredRecord.HighestValue _ -> "highest counter values";
      case StoredRecord.LentNumber _ -> "worker numbers";
      case StoredRecord.StoredKey _ -> "API keys";
      case StoredRecord.DaySalt _ -> "salts of days";
      case StoredRecord.Taken _ -> "visit budgets";
      case StoredRecord.StoredVisit _ -> "visits";
      case StoredRecord.Quarantined _ -> "visits put aside";
      case StoredRecord.Settled _ -> "ranges of settled visits";
      case StoredRecord.Counted _ -> "counts of links";
      case StoredRecord.CountedQuarter _ -> "counts of quarters of an hour";
      case StoredRecord.Purged _ -> "purges";
      case StoredRecord.FirstDay _ -> "first day of visits kept";
    };
  }
}
