package dev.hexlink.journal;

import dev.hexlink.application.spi.VisitJournal.JournalEpoch;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The segments of one opening, and how far its visits are released. Changed under the journal's lock; read by anyone. */
final class EpochLog {
  private final long opening;
  private final Epoch epoch;
  private final EpochReader reader;
  private volatile List<Segment> segments;
  private long end;
  private long released;

  EpochLog(long opening, Epoch epoch, List<Segment> segments, EpochReader reader) {
    this.opening = opening;
    this.epoch = epoch;
    this.segments = List.copyOf(segments);
    this.end = segments.isEmpty() ? 0 : segments.getLast().end();
    this.reader = reader;
  }

  long opening() {
    return opening;
  }

  Epoch epoch() {
    return epoch;
  }

  List<Segment> segments() {
    return segments;
  }

  /** The sequence after the last. */
  long end() {
    return end;
  }

  void grown() {
    end++;
  }

  void add(Segment segment) {
    segments = Stream.concat(segments.stream(), Stream.of(segment)).toList();
  }

  void release(long below) {
    released = Math.clamp(below, released, end);
  }

  boolean isReleased() {
    return released == end;
  }

  /** The segments without unreleased visits that nothing is appended to any more, oldest first. */
  List<Segment> releasedSegments() {
    return segments.stream().takeWhile(it -> !it.isOpen() && it.end() <= released).toList();
  }

  void removeIf(Predicate<Segment> gone) {
    segments = segments.stream().filter(gone.negate()).toList();
  }

  List<Visit> read(long from, int most) throws IOException {
    return reader.read(segments, from, most);
  }

  JournalEpoch describe(boolean current) {
    long first = segments.isEmpty() ? end : segments.getFirst().first();
    return new JournalEpoch(epoch, first, Math.max(first, released), end, current);
  }

  /** Holds no file open until it is read again. */
  void rest() throws IOException {
    reader.rest();
  }

  void close() throws IOException {
    reader.close();
  }
}
