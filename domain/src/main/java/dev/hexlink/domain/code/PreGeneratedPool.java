package dev.hexlink.domain.code;

/**
 * Codes are made ahead from the leased counter and wait in a pool that instances share; the pool is filled up to {@code capacity} when it
 * falls below {@code refillBelow}.
 */
public record PreGeneratedPool(int capacity, int refillBelow) implements AllocationPolicy {
  /**
   * @throws IllegalArgumentException unless {@code 0 < refillBelow <= capacity}
   */
  public PreGeneratedPool {
    if (refillBelow < 1 || refillBelow > capacity) {
      throw new IllegalArgumentException("refill below 1 to " + capacity + " codes, not " + refillBelow);
    }
  }

  /** How many codes a pool of this fill wants now; 0 when it is full enough. */
  public int missing(long fill) {
    return fill < refillBelow ? (int) (capacity - fill) : 0;
  }
}
