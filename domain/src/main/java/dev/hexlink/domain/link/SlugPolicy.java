package dev.hexlink.domain.link;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.WordPolicy;
import java.util.Optional;

/** Which slugs an owner may choose: {@code shortest} to 64 code characters that neither are a reserved word nor spell a blocked one. */
public record SlugPolicy(int shortest, WordPolicy words) {
  /**
   * @throws IllegalArgumentException if the shortest length is outside 1 to 64
   */
  public SlugPolicy {
    if (shortest < 1 || shortest > ShortCode.LONGEST) {
      throw new IllegalArgumentException(
          "the shortest slug has 1 to " + ShortCode.LONGEST + " characters, not " + shortest);
    }
  }

  /** Why the slug may not be chosen; empty when it may. */
  public Optional<SlugRefusal> judge(String slug) {
    if (slug.length() < shortest) {
      return Optional.of(SlugRefusal.TOO_SHORT);
    }
    if (slug.length() > ShortCode.LONGEST) {
      return Optional.of(SlugRefusal.TOO_LONG);
    }
    return ShortCode.parse(slug).map(this::judgeWords).orElse(Optional.of(SlugRefusal.BAD_CHARACTER));
  }

  private Optional<SlugRefusal> judgeWords(ShortCode slug) {
    if (words.isReserved(slug)) {
      return Optional.of(SlugRefusal.RESERVED);
    }
    return words.spellsBlockedWord(slug) ? Optional.of(SlugRefusal.BLOCKED_WORD) : Optional.empty();
  }
}
