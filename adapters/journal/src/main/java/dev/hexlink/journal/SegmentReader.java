package dev.hexlink.journal;

import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Reads the frames of one segment in order. What cannot be read is passed over, up to the next whole frame. */
final class SegmentReader implements Closeable {
  private static final int BUFFER = 1 << 17;

  private final Epoch epoch;
  private final SegmentFile file;
  private final Frame frame;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long origin;
  private int filled;
  private long position = SegmentHeader.LENGTH;
  private int start;
  private long fileEnd = Long.MAX_VALUE;

  private SegmentReader(Epoch epoch, SegmentFile file) {
    this.epoch = epoch;
    this.file = file;
    this.frame = new Frame(epoch);
  }

  /**
   * Opens a segment before its first frame.
   *
   * @throws IOException if it cannot be read, or was written by a later version
   */
  static SegmentReader open(Disk disk, Path path, Epoch epoch) throws IOException {
    SegmentReader reader = new SegmentReader(epoch, disk.open(path));
    try {
      reader.checkVersion(path);
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  private void checkVersion(Path path) throws IOException {
    byte[] header = new byte[SegmentHeader.LENGTH];
    file.read(0, header, header.length);
    if (SegmentHeader.isOfLaterVersion(header)) {
      throw new IOException(path.getFileName() + " was written by a later version of Hexlink");
    }
  }

  /** The place after the last frame. */
  long position() {
    return position;
  }

  /** Goes to a place where a frame was found to begin or end. */
  void seek(long place) {
    position = place;
  }

  /** Moves over the next whole frame that ends at the limit or before; false, without moving, when there is none. */
  boolean advance(long limit) throws IOException {
    for (long at = position; at + Frame.AROUND <= limit; at++) {
      int size = frameAt(at, limit);
      if (size > 0) {
        position = at + size;
        return true;
      }
    }
    return false;
  }

  private int frameAt(long at, long limit) throws IOException {
    load(at, limit);
    int index = (int) (at - origin);
    int available = filled - index;
    if (available < Frame.AROUND || buffer.getShort(index) != Frame.MARKER) {
      return 0;
    }
    int facts = Short.toUnsignedInt(buffer.getShort(index + Frame.LENGTH_AT));
    if (facts > FactsFormat.LARGEST || facts + Frame.AROUND > available
        || buffer.getInt(index + Frame.FACTS_AT + facts) != frame.checksum(buffer.array(), index, facts)) {
      return 0;
    }
    start = index;
    return facts + Frame.AROUND;
  }

  private void load(long at, long limit) throws IOException {
    long wanted = Math.min(Math.min(limit, fileEnd), at + Frame.LARGEST);
    if (at < origin || wanted > origin + filled) {
      int length = (int) Math.min(BUFFER, limit - at);
      filled = 0;
      filled = file.read(at, buffer.array(), length);
      origin = at;
      fileEnd = filled < length ? at + filled : Long.MAX_VALUE;
    }
  }

  /** The sequence of the frame that was moved over last. */
  long sequence() {
    return buffer.getLong(start + Frame.SEQUENCE_AT);
  }

  /** The visit in the frame that was moved over last. */
  Visit visit() {
    return new Visit(new VisitId(epoch, sequence()), FactsFormat.get(buffer.position(start + Frame.FACTS_AT)));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
