package dev.hexlink.http.link;

import dev.hexlink.domain.link.SlugRefusal;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.http.problem.ProblemType;

/** The problems that the domain's refusals are told as. */
final class Refusals {
  private Refusals() {}

  static ProblemType of(TargetRefusal why) {
    return switch (why) {
      case EMPTY -> ProblemType.TARGET_EMPTY;
      case TOO_LONG -> ProblemType.TARGET_TOO_LONG;
      case MALFORMED -> ProblemType.TARGET_MALFORMED;
      case SCHEME -> ProblemType.TARGET_SCHEME;
      case CREDENTIALS -> ProblemType.TARGET_CREDENTIALS;
      case HOST_WITHOUT_DOT -> ProblemType.TARGET_HOST_WITHOUT_DOT;
      case OWN_SHORT_LINK -> ProblemType.TARGET_OWN_SHORT_LINK;
    };
  }

  static ProblemType of(SlugRefusal why) {
    return switch (why) {
      case TOO_SHORT -> ProblemType.SLUG_TOO_SHORT;
      case TOO_LONG -> ProblemType.SLUG_TOO_LONG;
      case BAD_CHARACTER -> ProblemType.SLUG_BAD_CHARACTER;
      case RESERVED -> ProblemType.SLUG_RESERVED;
      case BLOCKED_WORD -> ProblemType.SLUG_BLOCKED_WORD;
    };
  }
}
