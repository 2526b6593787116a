package dev.hexlink.domain.code;

/**
 * What to do when the store refuses a generated code because it is taken. The store's unique index is the only judge; a code is never looked
 * up first.
 *
 * @param mostAttempts how many codes one link may try, the first included
 * @param toleratedPerLease how many collisions in one lease are chance or custom slugs; more mean that the counter went backwards
 */
public record CollisionRetry(int mostAttempts, int toleratedPerLease) {
  public static final CollisionRetry DEFAULT = new CollisionRetry(8, 3);

  /**
   * @throws IllegalArgumentException if there is no attempt or a negative tolerance
   */
  public CollisionRetry {
    if (mostAttempts < 1 || toleratedPerLease < 0) {
      throw new IllegalArgumentException(
          "no policy: " + mostAttempts + " attempts, " + toleratedPerLease + " tolerated");
    }
  }

  /** Whether a link that has tried so many codes may try another. */
  public boolean allowsAnotherAfter(int attempts) {
    return attempts < mostAttempts;
  }

  /** Whether so many collisions in one lease mean that the counter has forgotten what it handed out. */
  public boolean counterWentBackwards(int collisionsInLease) {
    return collisionsInLease > toleratedPerLease;
  }
}
