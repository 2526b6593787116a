package dev.hexlink.journal;

import dev.hexlink.domain.visit.VisitFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to the current epoch: one segment at a time, begun when its first visit comes. Used under the journal's lock, but for what a method says
 * otherwise.
 */
final class SegmentWriter {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);
  private final Disk disk;
  private final Path directory;
  private final InstantSource time;
  private final Shelf shelf;
  private final EpochLog log;
  private final FrameWriter frames;
  private final long segmentSize;
  private final long mostBytes;
  private final Set<Segment> unsynced = new LinkedHashSet<>();
  private boolean newNames;
  private @Nullable Segment open;

  SegmentWriter(Disk disk, Path directory, InstantSource time, Shelf shelf, JournalConfiguration configuration) {
    this.disk = disk;
    this.directory = directory;
    this.time = time;
    this.shelf = shelf;
    this.log = shelf.current();
    this.frames = new FrameWriter(log.epoch());
    this.segmentSize = configuration.segmentSize();
    this.mostBytes = configuration.mostBytes();
  }

  /**
   * Appends a visit under the next sequence.
   *
   * @throws IOException if it was not written; nothing of it is left in the file
   */
  void append(VisitFacts facts) throws IOException {
    int bytes = frames.write(log.end(), facts);
    while (shelf.bytes() + bytes + SegmentHeader.LENGTH > mostBytes) {
      if (!makeRoom()) {
        throw new IOException("the journal's bound of " + mostBytes + " bytes is reached");
      }
    }
    try {
      write(bytes);
    } catch (IOException full) {
      retry(bytes, full);
    }
  }

  /** Gives up a released segment, as a full disk may be the reason. */
  private void retry(int bytes, IOException failure) throws IOException {
    if (!makeRoom()) {
      throw failure;
    }
    write(bytes);
  }

  private boolean makeRoom() {
    if (shelf.makeRoom()) {
      return true;
    }
    if (open == null || !log.isReleased()) {
      return false;
    }
    closeSegment();
    return shelf.makeRoom();
  }

  private void write(int bytes) throws IOException {
    Segment segment = segmentFor(bytes);
    try {
      writer(segment).append(frames.bytes(), bytes);
    } catch (IOException e) {
      cutBack(segment);
      throw e;
    }
    segment.grow(bytes);
    log.grown();
    shelf.occupy(bytes);
    unsynced.add(segment);
  }

  private Segment segmentFor(int bytes) throws IOException {
    if (open != null && open.length() + bytes > segmentSize) {
      closeSegment();
    }
    Segment segment = open;
    if (segment == null) {
      segment = begin(new SegmentName(log.opening(), log.epoch(), log.end()));
      open = segment;
    }
    return segment;
  }

  private Segment begin(SegmentName name) throws IOException {
    Path path = directory.resolve(name.toString());
    SegmentFile file = disk.create(path);
    try {
      file.append(SegmentHeader.of(name), SegmentHeader.LENGTH);
    } catch (IOException e) {
      file.close();
      disk.delete(path);
      throw e;
    }
    Segment segment = Segment.begun(name, path, file);
    newNames = true;
    log.add(segment);
    shelf.occupy(SegmentHeader.LENGTH);
    return segment;
  }

  /** Takes back what a failed write left. Where that fails too nothing more is written to the file. */
  private void cutBack(Segment segment) {
    try {
      writer(segment).truncate(segment.length());
    } catch (IOException e) {
      LOG.warn("The journal's segment {} is given up, as a failed write could not be taken back", segment.name(), e);
      closeSegment();
    }
  }

  private static SegmentFile writer(Segment segment) {
    SegmentFile writer = segment.writer();
    if (writer == null) {
      throw new IllegalStateException(segment.name() + " is not open");
    }
    return writer;
  }

  /** Ends the open segment, if there is one; the next append begins another. */
  void closeSegment() {
    Segment segment = open;
    open = null;
    if (segment == null) {
      return;
    }
    segment.close(time.instant());
    if (segment.first() == segment.end()) {
      shelf.takeDownEmpty(segment);
    }
  }

  /** Whether there are visits that the disk has not confirmed. */
  boolean hasUnsynced() {
    return !unsynced.isEmpty();
  }

  /** Whether the segment has visits that the disk has not confirmed. */
  boolean isUnsynced(Segment segment) {
    return unsynced.contains(segment);
  }

  /** Everything that the disk has not confirmed; it does not count as unconfirmed from now on. */
  Unsynced takeUnsynced() {
    Unsynced taken = new Unsynced(List.copyOf(unsynced), newNames, log.end());
    unsynced.clear();
    newNames = false;
    return taken;
  }

  /** What was taken was not confirmed after all. */
  void putBack(Unsynced taken) {
    List<Segment> later = List.copyOf(unsynced);
    unsynced.clear();
    unsynced.addAll(taken.segments());
    unsynced.addAll(later);
    newNames |= taken.newNames();
  }

  /** Nothing more may be written to this segment, and none of its syncs tried again. */
  void seal(Segment segment) {
    segment.seal();
    if (segment == open) {
      closeSegment();
    }
  }

  /**
   * What the disk has not confirmed.
   *
   * @param segments oldest first
   * @param newNames whether files were added
   * @param end every visit below it is on the disk once all this is
   */
  record Unsynced(List<Segment> segments, boolean newNames, long end) {}
}
