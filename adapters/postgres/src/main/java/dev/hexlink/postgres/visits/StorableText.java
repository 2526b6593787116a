package dev.hexlink.postgres.visits;

/** Text in the form that the store can hold: without the character 0, and without halves of characters. */
public final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnfit(text, i)) {
        return false;
      }
    }
    return true;
  }

  /** The text itself, or with a replacement for each character that cannot be held. */
  public static String of(String text) {
    if (isStorable(text)) {
      return text;
    }
    StringBuilder storable = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isUnfit(text, i)) {
        storable.setCharAt(i, REPLACEMENT);
      }
    }
    return storable.toString();
  }

  private static boolean isUnfit(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return c == 0 || (Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1))));
  }
}
