package dev.hexlink.redis;

import dev.hexlink.domain.link.LinkKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one instance tells the others that it dropped: the format, who speaks, and the keys, with a space between them.
 *
 * @param sender by which an instance knows its own words
 */
record DropMessage(String sender, List<LinkKey> keys) {
  private static final String FORMAT = "1";

  /** How a sender's messages begin; each key follows after a space. */
  static String beginning(String sender) {
    return FORMAT + " " + sender;
  }

  /** Reads a message; empty when it is of another format. What is no key is passed over. */
  static Optional<DropMessage> read(String text) {
    String[] words = text.split(" ", -1);
    if (words.length < 3 || !words[0].equals(FORMAT)) {
      return Optional.empty();
    }
    List<LinkKey> keys = Arrays.stream(words).skip(2).flatMap(word -> Names.key(word).stream()).toList();
    return Optional.of(new DropMessage(words[1], keys));
  }
}
