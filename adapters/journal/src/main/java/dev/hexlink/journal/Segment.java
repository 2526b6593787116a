package dev.hexlink.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of an epoch. Changed under the journal's lock; read by anyone. */
final class Segment {
  private static final Logger LOG = LoggerFactory.getLogger(Segment.class);
  private final SegmentName name;
  private final Path path;
  private volatile long length;
  private volatile long end;
  private @Nullable SegmentFile writer;
  private @Nullable Instant closedAt;
  private boolean sealed;

  private Segment(SegmentName name, Path path, long length, long end) {
    this.name = name;
    this.path = path;
    this.length = length;
    this.end = end;
  }

  /** A new segment, to be appended to. */
  static Segment begun(SegmentName name, Path path, SegmentFile writer) {
    Segment segment = new Segment(name, path, SegmentHeader.LENGTH, name.first());
    segment.writer = writer;
    return segment;
  }

  /** A segment of an earlier opening. */
  static Segment found(SegmentName name, Path path, long length, long end, Instant closedAt) {
    Segment segment = new Segment(name, path, length, end);
    segment.closedAt = closedAt;
    return segment;
  }

  SegmentName name() {
    return name;
  }

  Path path() {
    return path;
  }

  long first() {
    return name.first();
  }

  /** The sequence after the last. */
  long end() {
    return end;
  }

  /** Whole frames end here. */
  long length() {
    return length;
  }

  /** The file to append to and to sync; null once its visits are on the disk and no more will come. */
  @Nullable
  SegmentFile writer() {
    return writer;
  }

  void grow(int bytes) {
    reach(end + 1, length + bytes);
  }

  private void reach(long newEnd, long newLength) {
    end = newEnd;
    length = newLength;
  }

  boolean isOpen() {
    return closedAt == null;
  }

  /** No more visits will be appended. */
  void close(Instant now) {
    closedAt = now;
  }

  /** A sync has failed: none may be tried on this file again. */
  void seal() {
    sealed = true;
  }

  boolean isSealed() {
    return sealed;
  }

  /** Closes the file to append to. */
  void giveBack() {
    SegmentFile file = writer;
    writer = null;
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      LOG.warn("The journal's segment {} could not be closed", name, e);
    }
  }

  boolean isClosedBefore(Instant moment) {
    return closedAt != null && !closedAt.isAfter(moment);
  }
}
