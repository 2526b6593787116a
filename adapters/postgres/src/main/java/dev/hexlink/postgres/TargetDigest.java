package dev.hexlink.postgres;

import dev.hexlink.domain.link.TargetUrl;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What equal targets are found by: the first 64 bits of the target's SHA-256. Small to index, and nobody can make many targets share one. */
final class TargetDigest {
  private TargetDigest() {}

  static long of(TargetUrl target) {
    try {
      return ByteBuffer
          .wrap(MessageDigest.getInstance("SHA-256").digest(target.value().getBytes(StandardCharsets.US_ASCII)))
          .getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
