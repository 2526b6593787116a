package dev.hexlink.domain.code;

/** Counts leased to one allocator: {@code [start, end)}, half-open, never leased to another. */
public record CodeBlock(long start, long end) {
  /**
   * @throws IllegalArgumentException if the start is negative or not below the end
   */
  public CodeBlock {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a block: [" + start + ", " + end + ")");
    }
  }

  public long size() {
    return end - start;
  }
}
