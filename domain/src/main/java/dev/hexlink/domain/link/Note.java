package dev.hexlink.domain.link;

import java.util.Optional;

/** What an owner wants to remember of a link: 1 to 4,096 characters, line breaks and tabs included. */
public record Note(String value) {
  public static final int LONGEST = 4_096;

  /**
   * @throws IllegalArgumentException if the value is blank, too long or holds other control characters
   */
  public Note {
    if (!isNote(value)) {
      throw new IllegalArgumentException("not a note");
    }
  }

  /** Reads text from outside; empty when it is not a note. */
  public static Optional<Note> parse(String text) {
    return isNote(text) ? Optional.of(new Note(text)) : Optional.empty();
  }

  private static boolean isNote(String text) {
    return !text.isBlank() && text.length() <= LONGEST
        && text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }
}
