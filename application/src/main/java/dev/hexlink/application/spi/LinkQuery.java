package dev.hexlink.application.spi;

import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which links a page shows: those that fit every condition.
 *
 * @param limit how many at most, 1 to 100
 * @param after where the page before ended; null for the first page
 * @param words each must occur in code, target, title, note or a tag, in any case; empty for any link
 * @param tags each must be carried; empty for any link
 * @param host null for every host
 */
public record LinkQuery(int limit, @Nullable LinkCursor after, List<String> words, List<Tag> tags,
    @Nullable Host host) {
  public static final int LARGEST_LIMIT = 100;

  /**
   * @throws IllegalArgumentException if the limit is outside 1 to 100
   */
  public LinkQuery {
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw new IllegalArgumentException("a page holds 1 to " + LARGEST_LIMIT + " links, not " + limit);
    }
    words = List.copyOf(words);
    tags = List.copyOf(tags);
  }
}
