package dev.hexlink.journal;

import java.io.Closeable;
import java.io.IOException;

/** An open file of a segment. */
interface SegmentFile extends Closeable {
  /** Writes at the end. May have written a part when it throws. */
  void append(byte[] bytes, int length) throws IOException;

  /**
   * Reads as much as there is, up to {@code length}.
   *
   * @return how many bytes were read; fewer only at the end of the file
   */
  int read(long position, byte[] into, int length) throws IOException;

  long length() throws IOException;

  /** Cuts off what follows; the next append goes there. */
  void truncate(long length) throws IOException;

  /** Brings everything written to the disk. Once it has thrown nothing is known of what was written since the call before. */
  void sync() throws IOException;
}
