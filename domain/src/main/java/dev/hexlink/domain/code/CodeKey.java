package dev.hexlink.domain.code;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The secret of 128 bits that decides which code a counter value gets. Written as 32 hexadecimal digits; never shown by
 * {@link #toString()}.
 */
public record CodeKey(long high, long low) {
  private static final int BYTES = 16;

  /** Reads 32 hexadecimal digits; empty when the text is anything else. */
  public static Optional<CodeKey> parse(String text) {
    if (text.length() != 2 * BYTES || !text.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    return Optional.of(of(HexFormat.of().parseHex(text)));
  }

  /**
   * @param bytes 16 bytes, most significant first
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static CodeKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a code key has " + BYTES + " bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new CodeKey(buffer.getLong(), buffer.getLong());
  }

  /** The key as 32 hexadecimal digits. A secret: for the store alone. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  /** A name for this key that does not reveal it: the first 64 bits of its SHA-256, as 16 hexadecimal digits. */
  public String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()), 0, Long.BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
  }

  @Override
  public String toString() {
    return "CodeKey[" + fingerprint() + "]";
  }
}
