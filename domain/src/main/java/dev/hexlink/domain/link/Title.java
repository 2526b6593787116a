package dev.hexlink.domain.link;

import java.util.Optional;

/** What a link is called by its owner: one line of 1 to 512 characters. */
public record Title(String value) {
  public static final int LONGEST = 512;

  /**
   * @throws IllegalArgumentException if the value is blank, too long or holds control characters
   */
  public Title {
    if (!isTitle(value)) {
      throw new IllegalArgumentException("not a title");
    }
  }

  /** Reads text from outside, without the white space around it; empty when it is not a title. */
  public static Optional<Title> parse(String text) {
    String stripped = text.strip();
    return isTitle(stripped) ? Optional.of(new Title(stripped)) : Optional.empty();
  }

  private static boolean isTitle(String text) {
    return !text.isBlank() && text.length() <= LONGEST && text.codePoints().noneMatch(Title::isControlOrLineBreak);
  }

  private static boolean isControlOrLineBreak(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }
}
