package dev.hexlink.journal;

import dev.hexlink.domain.visit.Epoch;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * What surrounds the facts of a visit in a segment: marker (2 bytes), length of the facts (2), sequence (8), the facts, and a CRC32C (4) over the
 * epoch and everything between marker and CRC. Text never holds the marker's bytes, and the epoch is known to nobody outside, so neither chance nor
 * a visitor's headers make a frame inside another.
 */
final class Frame {
  static final short MARKER = (short) 0xFFFE;
  static final int LENGTH_AT = 2;
  static final int SEQUENCE_AT = 4;
  static final int FACTS_AT = 12;
  static final int AROUND = FACTS_AT + Integer.BYTES;
  static final int LARGEST = AROUND + FactsFormat.LARGEST;

  private final byte[] epoch;
  private final CRC32C crc = new CRC32C();

  Frame(Epoch epoch) {
    this.epoch = ByteBuffer.allocate(16).putLong(epoch.high()).putLong(epoch.low()).array();
  }

  /** The CRC of a frame that begins at an index and holds so many bytes of facts. */
  int checksum(byte[] bytes, int start, int facts) {
    crc.reset();
    crc.update(epoch, 0, epoch.length);
    crc.update(bytes, start + LENGTH_AT, FACTS_AT - LENGTH_AT + facts);
    return (int) crc.getValue();
  }
}
