package dev.hexlink.domain.code;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which words no code may be or spell. Reserved words are compared as a whole, blocked words are looked for anywhere; both regardless of case
 * and of letters that look alike.
 */
public final class WordPolicy {
  /** The paths of the server itself and of what stands beside it on most hosts. */
  public static final Set<String> RESERVED = Set.of("admin", "allocate", "api", "app", "assets", "dashboard", "docs",
      "favicon", "health",
      "healthz", "help", "index", "info", "link", "links", "login", "logout", "metrics", "openapi", "preview",
      "problems", "readyz", "register",
      "robots", "security", "settings", "signin", "signup", "sitemap", "static", "stats", "status", "support",
      "swagger", "user", "users",
      "well-known", "www");
  /** Words that nobody wants to find in a code made by chance. */
  public static final Set<String> BLOCKED = Set.of("arse", "bitch", "cock", "cunt", "dick", "fuck", "nazi", "nigger",
      "penis", "porn", "rape",
      "scheisse", "shit", "slut", "twat", "vagina", "wank", "whore");

  private final Set<String> reservedSkeletons;
  private final List<String> blockedSkeletons;

  public WordPolicy(Collection<String> reserved, Collection<String> blocked) {
    this.reservedSkeletons = reserved.stream().map(LookAlikes::skeleton).collect(Collectors.toUnmodifiableSet());
    this.blockedSkeletons = blocked.stream().map(word -> LookAlikes.skeleton(word.toLowerCase(Locale.ROOT))).toList();
  }

  /** The policy with {@link #RESERVED} and {@link #BLOCKED} words. */
  public static WordPolicy standard() {
    return new WordPolicy(RESERVED, BLOCKED);
  }

  /** Whether the code is a reserved word, or looks like one. */
  public boolean isReserved(ShortCode code) {
    return reservedSkeletons.contains(LookAlikes.skeleton(code.value()));
  }

  /** Whether the code spells a blocked word, or seems to. */
  public boolean spellsBlockedWord(ShortCode code) {
    String skeleton = LookAlikes.skeleton(code.value());
    return blockedSkeletons.stream().anyMatch(skeleton::contains);
  }

  /** Whether a generated code may be given to a link; one that may not is skipped for good. */
  public boolean allowsGenerated(ShortCode code) {
    return !isReserved(code) && !spellsBlockedWord(code);
  }
}
