package dev.hexlink.domain.code;

/**
 * A keyed bijection of {@code [0, size)} onto itself whose outputs look random to whoever lacks the key. A balanced Feistel network of 10
 * rounds of SipHash-2-4 over the smallest even bit width that covers the size, applied again until the result falls below the size (cycle
 * walking; Black and Rogaway, "Ciphers with Arbitrary Finite Domains", 2002). The size takes part in the round function, so that spaces of
 * different sizes are shuffled independently.
 */
public final class CodePermutation {
  private static final int ROUNDS = 10;

  private final CodeKey key;
  private final long size;
  private final int halfBits;
  private final long halfMask;

  /**
   * @param size how many numbers are permuted, at least 2
   * @throws IllegalArgumentException if the size is below 2
   */
  public CodePermutation(CodeKey key, long size) {
    if (size < 2) {
      throw new IllegalArgumentException("a permutation needs at least 2 numbers, not " + size);
    }
    this.key = key;
    this.size = size;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
    this.halfBits = (bits + 1) / 2;
    this.halfMask = (1L << halfBits) - 1;
  }

  /**
   * Where a number goes.
   *
   * @throws IllegalArgumentException if the number is outside 0 to size - 1
   */
  public long permute(long number) {
    requireInside(number);
    long walked = number;
    do {
      walked = encrypt(walked);
    } while (!isInside(walked));
    return walked;
  }

  /**
   * Where a number came from: {@code invert(permute(n)) == n}.
   *
   * @throws IllegalArgumentException if the number is outside 0 to size - 1
   */
  public long invert(long number) {
    requireInside(number);
    long walked = number;
    do {
      walked = decrypt(walked);
    } while (!isInside(walked));
    return walked;
  }

  private long encrypt(long block) {
    long left = block >>> halfBits;
    long right = block & halfMask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ scramble(round, right);
      left = right;
      right = next;
    }
    return (left << halfBits) | right;
  }

  private long decrypt(long block) {
    long left = block >>> halfBits;
    long right = block & halfMask;
    for (int round = ROUNDS - 1; round >= 0; round--) {
      long previous = right ^ scramble(round, left);
      right = left;
      left = previous;
    }
    return (left << halfBits) | right;
  }

  private long scramble(int round, long half) {
    return SipHash.hash(key.low(), key.high(), size, round, half) & halfMask;
  }

  private boolean isInside(long number) {
    return number >= 0 && number < size;
  }

  private void requireInside(long number) {
    if (!isInside(number)) {
      throw new IllegalArgumentException(number + " is outside [0, " + size + ")");
    }
  }
}
