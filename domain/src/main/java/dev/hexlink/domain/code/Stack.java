package dev.hexlink.domain.code;

/**
 * One of up to 16 independent deployments, regions or languages that share a store. Each counts for itself, and {@code value = n * 16 + index}
 * keeps their counter values, hence their codes, apart.
 */
public record Stack(String name, int index) {
  /** How many stacks a store can hold. Fixed for good: it decides every code. */
  public static final int MOST = 16;

  /**
   * @throws IllegalArgumentException if the name is not 1 to 32 of {@code a-z 0-9 -}, or the index is outside 0 to 15
   */
  public Stack {
    if (!isName(name)) {
      throw new IllegalArgumentException("a stack's name is 1 to 32 of a-z, 0-9 and -: " + name);
    }
    if (index < 0 || index >= MOST) {
      throw new IllegalArgumentException("a stack's index is from 0 to " + (MOST - 1) + ", not " + index);
    }
  }

  public static boolean isName(String text) {
    return text.matches("[a-z0-9-]{1,32}");
  }

  /**
   * The counter value of this stack's n-th count.
   *
   * @throws ArithmeticException if it does not fit into 63 bits
   */
  public long valueAt(long n) {
    return Math.addExact(Math.multiplyExact(n, MOST), index);
  }

  /** The count behind a counter value of any stack, rounded down: {@code countOf(valueAt(n)) == n}. */
  public static long countOf(long value) {
    return value / MOST;
  }
}
