package dev.hexlink.journal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A segment whose sync has failed. What the operating system still holds of it is not trusted to reach the disk any more, so a copy, synced as a
 * file of its own, is to take its place.
 */
final class SealedSegment {
  static final String COPY_SUFFIX = ".copy";
  private static final int CHUNK = 1 << 16;
  private final Disk disk;
  private final Segment segment;
  private final Path copy;

  SealedSegment(Disk disk, Segment segment) {
    this.disk = disk;
    this.segment = segment;
    this.copy = segment.path().resolveSibling(segment.name() + COPY_SUFFIX);
  }

  Path copy() {
    return copy;
  }

  /**
   * Makes the copy and brings it to the disk.
   *
   * @throws IOException if that failed; nothing is left of the copy
   */
  void write() throws IOException {
    try (SegmentFile source = disk.open(segment.path()); SegmentFile target = disk.create(copy)) {
      byte[] chunk = new byte[CHUNK];
      for (long at = 0; at < segment.length(); at += CHUNK) {
        int length = (int) Math.min(CHUNK, segment.length() - at);
        target.append(chunk, source.read(at, chunk, length));
      }
      target.sync();
    } catch (IOException e) {
      disk.delete(copy);
      throw e;
    }
  }

  /** Whether every visit can be read in the copy. */
  boolean isWhole() throws IOException {
    try (SegmentReader frames = SegmentReader.open(disk, copy, segment.name().epoch())) {
      long expected = segment.first();
      while (frames.advance(segment.length()) && frames.sequence() == expected) {
        expected++;
      }
      return expected == segment.end();
    }
  }
}
