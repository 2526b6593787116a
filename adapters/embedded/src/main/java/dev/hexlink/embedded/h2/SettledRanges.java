package dev.hexlink.embedded.h2;

import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The settled sequences of one epoch around a batch, as ranges that neither touch nor overlap. */
final class SettledRanges {
  private static final Sql AROUND = new Sql(
      "select range_start, range_end from settled_ranges where epoch = ? and range_start <= ? and range_end >= ?");
  private static final Sql ALL = new Sql(
      "select range_start, range_end from settled_ranges where epoch = ? order by range_start");
  private static final Sql REMOVE = new Sql("delete from settled_ranges where epoch = ? and range_start = ?");
  private static final Sql ADD = new Sql(
      "insert into settled_ranges (epoch, range_start, range_end) values (?, ?, ?)");

  private final UUID epoch;
  private final TreeMap<Long, Long> stored = new TreeMap<>();
  private final TreeMap<Long, Long> ends = new TreeMap<>();

  private SettledRanges(Epoch epoch, List<SequenceRange> ranges) {
    this.epoch = Epochs.toUuid(epoch);
    ranges.forEach(range -> stored.put(range.start(), range.end()));
    ends.putAll(stored);
  }

  static List<SequenceRange> all(Connection connection, Epoch epoch) throws SQLException {
    return ALL.all(connection, row -> new SequenceRange(row.getLong(1), row.getLong(2)), Epochs.toUuid(epoch));
  }

  /** Those that sequences from {@code first} to {@code last} may touch. */
  static SettledRanges around(Connection connection, Epoch epoch, long first, long last) throws SQLException {
    return new SettledRanges(epoch, AROUND.all(connection,
        row -> new SequenceRange(row.getLong(1), row.getLong(2)), Epochs.toUuid(epoch), last + 1, first));
  }

  /** Adds a sequence; false when it was settled before. */
  boolean add(long sequence) {
    Map.Entry<Long, Long> before = ends.floorEntry(sequence);
    if (before != null && before.getValue() > sequence) {
      return false;
    }
    long start = before != null && before.getValue() == sequence ? before.getKey() : sequence;
    Long following = ends.remove(sequence + 1);
    ends.put(start, following == null ? sequence + 1 : following);
    return true;
  }

  void save(Connection connection) throws SQLException {
    REMOVE.forEach(connection,
        stored.entrySet().stream().filter(range -> !range.getValue().equals(ends.get(range.getKey()))).toList(),
        range -> new Object[]{epoch, range.getKey()});
    ADD.forEach(connection,
        ends.entrySet().stream().filter(range -> !range.getValue().equals(stored.get(range.getKey()))).toList(),
        range -> new Object[]{epoch, range.getKey(), range.getValue()});
  }
}
