package dev.hexlink.domain.code;

import java.util.Optional;

/**
 * The part of a short URL that names a link. 1 to 64 characters out of letters, digits, {@code -} and {@code _}; case matters.
 */
public record ShortCode(String value) implements Comparable<ShortCode> {
  public static final int LONGEST = 64;

  /**
   * @throws IllegalArgumentException if the value is not a short code
   */
  public ShortCode {
    if (!isShortCode(value)) {
      throw new IllegalArgumentException("not a short code: " + value);
    }
  }

  /** Reads text from outside; empty when it is not a short code. */
  public static Optional<ShortCode> parse(String text) {
    return isShortCode(text) ? Optional.of(new ShortCode(text)) : Optional.empty();
  }

  private static boolean isShortCode(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isCodeCharacter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCodeCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  @Override
  public int compareTo(ShortCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
