package dev.hexlink.domain.code;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The one code of every counter value, under one key, alphabet and shortest length. Length is a function of the value alone: the shortest
 * while the value is below a thousandth of that length's codes, then one more, at most 10; so at most one code in a thousand leads anywhere,
 * and two allocators cannot disagree. Codes of different values differ.
 */
public final class CodeBook {
  /** The shortest length may be set from 4 to 10. */
  public static final int SMALLEST_SHORTEST = 4;
  /** Of so many codes of a length at most one is issued. */
  public static final long SPARSENESS = 1_000;

  private final int shortest;
  private final List<CodeSpace> spaces = new ArrayList<>();
  private final List<CodePermutation> permutations = new ArrayList<>();

  /**
   * @throws IllegalArgumentException if the shortest length is outside 4 to 10
   */
  public CodeBook(CodeKey key, Alphabet alphabet, int shortest) {
    if (shortest < SMALLEST_SHORTEST || shortest > CodeSpace.LONGEST) {
      throw new IllegalArgumentException(
          "the shortest length is from " + SMALLEST_SHORTEST + " to " + CodeSpace.LONGEST + ", not " + shortest);
    }
    this.shortest = shortest;
    for (int length = shortest; length <= CodeSpace.LONGEST; length++) {
      CodeSpace space = new CodeSpace(alphabet, length);
      spaces.add(space);
      permutations.add(new CodePermutation(key, space.size()));
    }
  }

  /** How long the code of a counter value is, in characters. */
  public int lengthOf(long value) {
    int length = shortest;
    while (length < CodeSpace.LONGEST && value >= spaces.get(length - shortest).size() / SPARSENESS) {
      length++;
    }
    return length;
  }

  /**
   * The code of a counter value.
   *
   * @throws IllegalArgumentException if the value is negative or beyond the longest length's space
   */
  public ShortCode codeOf(long value) {
    int index = lengthOf(value) - shortest;
    return spaces.get(index).codeAt(permutations.get(index).permute(value));
  }

  /** The counter value whose code this is; empty when no counter value has it. */
  public OptionalLong valueOf(ShortCode code) {
    int index = code.value().length() - shortest;
    if (index < 0 || index >= spaces.size()) {
      return OptionalLong.empty();
    }
    OptionalLong number = spaces.get(index).numberOf(code);
    if (number.isEmpty()) {
      return OptionalLong.empty();
    }
    long value = permutations.get(index).invert(number.getAsLong());
    return lengthOf(value) == code.value().length() ? OptionalLong.of(value) : OptionalLong.empty();
  }
}
