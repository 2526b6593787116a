package dev.hexlink.domain.code;

import java.util.Arrays;

/**
 * The symbols generated codes are written in: 16 to 62 distinct letters and digits, the first of them being the digit zero of the
 * positional notation.
 */
public record Alphabet(String symbols) {
  public static final Alphabet BASE62 = new Alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  private static final int SMALLEST = 16;

  /**
   * @throws IllegalArgumentException if a symbol is no ASCII letter or digit, stands twice, or there are fewer than 16
   */
  public Alphabet {
    if (symbols.length() < SMALLEST) {
      throw new IllegalArgumentException(
          "an alphabet needs at least " + SMALLEST + " symbols, not " + symbols.length());
    }
    if (!symbols.chars().allMatch(Alphabet::isLetterOrDigit)) {
      throw new IllegalArgumentException("an alphabet holds ASCII letters and digits only: " + symbols);
    }
    if (symbols.chars().distinct().count() != symbols.length()) {
      throw new IllegalArgumentException("an alphabet holds each symbol once: " + symbols);
    }
  }

  public int size() {
    return symbols.length();
  }

  /** Writes a number from 0 up as exactly {@code length} symbols, most significant first. */
  String write(long number, int length) {
    char[] text = new char[length];
    Arrays.fill(text, symbols.charAt(0));
    long rest = number;
    for (int i = length - 1; rest > 0; i--) {
      text[i] = symbols.charAt((int) (rest % size()));
      rest /= size();
    }
    return new String(text);
  }

  /** Reads what {@link #write} wrote; -1 when a symbol is foreign or the number does not fit into 63 bits. */
  long read(String text) {
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = symbols.indexOf(text.charAt(i));
      if (digit < 0 || number > (Long.MAX_VALUE - digit) / size()) {
        return -1;
      }
      number = number * size() + digit;
    }
    return number;
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
