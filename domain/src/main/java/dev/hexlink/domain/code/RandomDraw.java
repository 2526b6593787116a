package dev.hexlink.domain.code;

import java.util.function.IntUnaryOperator;

/** A policy for private links: every symbol is drawn for itself. At least 12 symbols, so that in base62 a code holds 71 bits or more. */
public record RandomDraw(int length) implements AllocationPolicy {
  public static final int SHORTEST = 12;

  /**
   * @throws IllegalArgumentException if the length is outside 12 to 64
   */
  public RandomDraw {
    if (length < SHORTEST || length > ShortCode.LONGEST) {
      throw new IllegalArgumentException(
          "a random code has a length from " + SHORTEST + " to " + ShortCode.LONGEST + ", not " + length);
    }
  }

  /**
   * Draws a code.
   *
   * @param uniform given a bound, answers a number from 0 to bound - 1, each as likely as the other
   */
  public ShortCode draw(Alphabet alphabet, IntUnaryOperator uniform) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.symbols().charAt(uniform.applyAsInt(alphabet.size())));
    }
    return new ShortCode(text.toString());
  }
}
