package dev.hexlink.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that also carries what is not well-formed in UTF-16: a surrogate without its pair, such as a cut leaves behind, is written as three bytes
 * (WTF-8), so that every string comes back as it was. No byte of it is 0xFF or 0xFE.
 */
final class WideUtf8 {
  private WideUtf8() {}

  /** Writes the number of bytes, two bytes long, and the bytes; at most three bytes for each character. */
  static void put(ByteBuffer to, String text) {
    int start = to.position() + Short.BYTES;
    int ascii = putAscii(to.array(), to.arrayOffset() + start, text);
    to.position(start + ascii);
    for (int i = ascii; i < text.length();) {
      int codePoint = text.codePointAt(i);
      put(to, codePoint);
      i += Character.charCount(codePoint);
    }
    to.putShort(start - Short.BYTES, (short) (to.position() - start));
  }

  /** Writes characters as long as they are ASCII, and tells how many. */
  private static int putAscii(byte[] bytes, int start, String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return i;
      }
      bytes[start + i] = (byte) c;
    }
    return length;
  }

  private static void put(ByteBuffer to, int codePoint) {
    if (codePoint < 0x80) {
      to.put((byte) codePoint);
    } else if (codePoint < 0x800) {
      to.put((byte) (0xC0 | codePoint >> 6)).put(tail(codePoint));
    } else if (codePoint < 0x10000) {
      to.put((byte) (0xE0 | codePoint >> 12)).put(tail(codePoint >> 6)).put(tail(codePoint));
    } else {
      to.put((byte) (0xF0 | codePoint >> 18)).put(tail(codePoint >> 12)).put(tail(codePoint >> 6)).put(tail(codePoint));
    }
  }

  private static byte tail(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  /**
   * Reads what {@link #put} wrote.
   *
   * @throws IndexOutOfBoundsException if there are fewer bytes than it takes
   */
  static String get(ByteBuffer from) {
    int length = Short.toUnsignedInt(from.getShort());
    int start = from.position();
    from.position(start + length);
    byte[] bytes = from.array();
    int offset = from.arrayOffset() + start;
    return isAscii(bytes, offset, length)
        ? new String(bytes, offset, length, StandardCharsets.ISO_8859_1)
        : wide(ByteBuffer.wrap(bytes, offset, length));
  }

  private static boolean isAscii(byte[] bytes, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static String wide(ByteBuffer bytes) {
    StringBuilder text = new StringBuilder(bytes.remaining());
    while (bytes.hasRemaining()) {
      int lead = bytes.get();
      if (lead >= 0) {
        text.append((char) lead);
      } else if ((lead & 0xE0) == 0xC0) {
        text.append((char) joined(bytes, lead & 0x1F, 1));
      } else if ((lead & 0xF0) == 0xE0) {
        text.append((char) joined(bytes, lead & 0x0F, 2));
      } else {
        text.appendCodePoint(joined(bytes, lead & 0x07, 3));
      }
    }
    return text.toString();
  }

  private static int joined(ByteBuffer bytes, int lead, int tails) {
    int codePoint = lead;
    for (int i = 0; i < tails; i++) {
      codePoint = codePoint << 6 | (bytes.get() & 0x3F);
    }
    return codePoint;
  }
}
