package dev.hexlink.domain.code;

/** The default policy: counts are leased in blocks from a counter all instances share, and each becomes its code in the {@link CodeBook}. */
public record LeasedCounter(int blockSize) implements AllocationPolicy {
  public static final int LARGEST_BLOCK = 100_000;

  /**
   * @throws IllegalArgumentException if the block size is outside 1 to 100,000
   */
  public LeasedCounter {
    if (blockSize < 1 || blockSize > LARGEST_BLOCK) {
      throw new IllegalArgumentException("a block has a size from 1 to " + LARGEST_BLOCK + ", not " + blockSize);
    }
  }
}
