package dev.hexlink.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The beginning of a segment's file: magic, version of the format, opening, epoch, first sequence, CRC32C. The file's name tells the same, so a
 * damaged header costs nothing; only a later version's segments must not be guessed at.
 */
final class SegmentHeader {
  static final int LENGTH = 48;
  private static final long MAGIC = 0x4845584C494E4B56L;
  private static final int VERSION = 1;

  private SegmentHeader() {}

  static byte[] of(SegmentName name) {
    return of(name, VERSION);
  }

  static byte[] of(SegmentName name, int version) {
    ByteBuffer header = ByteBuffer.allocate(LENGTH).order(ByteOrder.BIG_ENDIAN);
    header.putLong(MAGIC).putInt(version).putLong(name.opening());
    header.putLong(name.epoch().high()).putLong(name.epoch().low()).putLong(name.first());
    return header.putInt(checksum(header.array())).array();
  }

  /** Whether bytes are the whole header of a segment that a later version wrote. */
  static boolean isOfLaterVersion(byte[] bytes) {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    return header.getLong(0) == MAGIC && header.getInt(LENGTH - Integer.BYTES) == checksum(bytes)
        && header.getInt(Long.BYTES) > VERSION;
  }

  private static int checksum(byte[] header) {
    CRC32C crc = new CRC32C();
    crc.update(header, 0, LENGTH - Integer.BYTES);
    return (int) crc.getValue();
  }
}
