package dev.hexlink.domain.link;

import java.util.Locale;
import java.util.Optional;

/** A word that groups links: 1 to 64 characters in lower case, without commas, white space inside or control characters. */
public record Tag(String value) implements Comparable<Tag> {
  public static final int LONGEST = 64;
  /** How many tags a link may carry. */
  public static final int MOST = 32;

  /**
   * @throws IllegalArgumentException if the value is not a tag
   */
  public Tag {
    if (!isTag(value)) {
      throw new IllegalArgumentException("not a tag: " + value);
    }
  }

  /** Reads text from outside in any case, without the white space around it; empty when it is not a tag. */
  public static Optional<Tag> parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return isTag(lower) ? Optional.of(new Tag(lower)) : Optional.empty();
  }

  private static boolean isTag(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && text.equals(text.toLowerCase(Locale.ROOT))
        && text.codePoints().noneMatch(c -> c == ',' || Character.isWhitespace(c) || Character.isISOControl(c));
  }

  @Override
  public int compareTo(Tag other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
