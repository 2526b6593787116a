package dev.hexlink.domain.code;

/**
 * SipHash-2-4, a keyed pseudo-random function with a result of 64 bits, over messages of whole 64-bit words. Source: Aumasson and Bernstein,
 * "SipHash: a fast short-input PRF", 2012.
 */
public final class SipHash {
  private SipHash() {}

  /** The hash of a message under the key {@code k0}, {@code k1} (little-endian words, as in the paper). */
  public static long hash(long k0, long k1, long... words) {
    long v0 = k0 ^ 0x736f6d6570736575L;
    long v1 = k1 ^ 0x646f72616e646f6dL;
    long v2 = k0 ^ 0x6c7967656e657261L;
    long v3 = k1 ^ 0x7465646279746573L;
    int rounds = 2;
    long lengthWord = ((long) words.length * Long.BYTES) << 56;
    for (int i = 0; i <= words.length + 1; i++) {
      long word = 0;
      if (i < words.length) {
        word = words[i];
      } else if (i == words.length) {
        word = lengthWord;
      } else {
        v2 ^= 0xff;
        rounds = 4;
      }
      v3 ^= word;
      for (int round = 0; round < rounds; round++) {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
      }
      v0 ^= word;
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }
}
