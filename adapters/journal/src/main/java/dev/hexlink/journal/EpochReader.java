package dev.hexlink.journal;

import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the segments of one epoch. Remembers where the last batch began and where it ended, as the next one mostly begins at either; from anywhere
 * else a segment is gone through from its start.
 */
final class EpochReader implements Closeable {
  private final Disk disk;
  private final Epoch epoch;
  private final Damage damage;
  private long damageSeen;
  private @Nullable Mark begin;
  private @Nullable Mark end;
  private @Nullable Segment segment;
  private @Nullable SegmentReader reader;
  private boolean closed;

  EpochReader(Disk disk, Epoch epoch, Damage damage) {
    this.disk = disk;
    this.epoch = epoch;
    this.damage = damage;
  }

  /** Reads visits in order. Each segment but the last is known to be complete. */
  synchronized List<Visit> read(List<Segment> segments, long from, int most) throws IOException {
    if (closed) {
      throw new IOException("its files are closed");
    }
    if (segments.isEmpty()) {
      return List.of();
    }
    long start = Math.max(from, segments.getFirst().first());
    Batch batch = new Batch(segments, start, most, markFor(segments, start));
    forgetMarks();
    List<Visit> visits = batch.read();
    begin = batch.begin;
    end = batch.mark();
    return visits;
  }

  private void forgetMarks() {
    begin = null;
    end = null;
  }

  private Mark markFor(List<Segment> segments, long start) {
    for (Mark mark : new Mark[]{end, begin}) {
      if (mark != null && mark.sequence == start && segments.contains(mark.segment)) {
        return mark;
      }
    }
    Segment holder = segments.stream().filter(it -> it.first() <= start).toList().getLast();
    return new Mark(holder, SegmentHeader.LENGTH, holder.first());
  }

  private SegmentReader readerAt(Segment wanted, long position) throws IOException {
    SegmentReader open = reader;
    if (open == null || segment != wanted) {
      close(open);
      open = SegmentReader.open(disk, wanted.path(), epoch);
      reader = open;
      segment = wanted;
    }
    open.seek(position);
    return open;
  }

  private void missing(long from, long to) {
    if (to > damageSeen) {
      damage.found(epoch, Math.max(from, damageSeen), to);
      damageSeen = to;
    }
  }

  private void close(@Nullable SegmentReader open) throws IOException {
    reader = null;
    segment = null;
    if (open != null) {
      open.close();
    }
  }

  /** Closes what is open until it is needed again. */
  synchronized void rest() throws IOException {
    forgetMarks();
    close(reader);
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    close(reader);
  }

  /** The frame with {@code sequence}, or the next that can be read, begins at or after a position. */
  private record Mark(Segment segment, long position, long sequence) {}

  /** One call's walk over the segments. */
  private final class Batch {
    private final List<Segment> segments;
    private final long start;
    private final int most;
    private final List<Visit> visits = new ArrayList<>();
    private Mark begin;
    private int index;
    private long expected;
    private SegmentReader frames;

    Batch(List<Segment> segments, long start, int most, Mark from) throws IOException {
      this.segments = segments;
      this.start = start;
      this.most = most;
      this.begin = from;
      this.index = segments.indexOf(from.segment);
      this.expected = from.sequence;
      this.frames = readerAt(from.segment, from.position);
    }

    List<Visit> read() throws IOException {
      readSegment();
      while (visits.size() < most && index + 1 < segments.size()) {
        reach(segments.get(index + 1).first());
        index++;
        frames = readerAt(segments.get(index), SegmentHeader.LENGTH);
        readSegment();
      }
      return visits;
    }

    private void readSegment() throws IOException {
      long limit = segments.get(index).length();
      long last = index + 1 < segments.size() ? segments.get(index + 1).first() : Long.MAX_VALUE;
      long before = frames.position();
      while (visits.size() < most && frames.advance(limit)) {
        long sequence = frames.sequence();
        if (sequence >= expected && sequence < last) {
          take(sequence, before);
        }
        before = frames.position();
      }
    }

    private void take(long sequence, long before) {
      reach(sequence);
      expected = sequence + 1;
      if (sequence < start) {
        return;
      }
      if (visits.isEmpty()) {
        begin = new Mark(segments.get(index), before, start);
      }
      visits.add(frames.visit());
    }

    /** Sequences that are passed over on the way are lost. */
    private void reach(long sequence) {
      if (sequence > expected) {
        missing(expected, sequence);
        expected = sequence;
      }
    }

    Mark mark() {
      return new Mark(segments.get(index), frames.position(), expected);
    }
  }
}
