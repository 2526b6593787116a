package dev.hexlink.bootstrap.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How many letters must be added, dropped or exchanged to make one word of another (Levenshtein, 1965). */
public final class EditDistance {
  private EditDistance() {}

  /** The word nearest to a text, unless more than a third of the text would have to change. */
  public static Optional<String> nearest(String text, Collection<String> words) {
    return words.stream().min(Comparator.comparingInt(word -> between(text, word)))
        .filter(word -> between(text, word) <= Math.max(2, text.length() / 3));
  }

  static int between(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(exchanged, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
