package dev.hexlink.domain.code;

import java.util.OptionalLong;

/** All codes of one length over one alphabet, numbered from 0 to {@link #size()} - 1. Length 1 to 10. */
public record CodeSpace(Alphabet alphabet, int length) {
  public static final int LONGEST = 10;

  /**
   * @throws IllegalArgumentException if the length is outside 1 to 10
   */
  public CodeSpace {
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException("a code space has a length from 1 to " + LONGEST + ", not " + length);
    }
  }

  /** How many codes there are: the alphabet's size to the power of the length. */
  public long size() {
    long size = 1;
    for (int i = 0; i < length; i++) {
      size *= alphabet.size();
    }
    return size;
  }

  /**
   * The code with this number.
   *
   * @throws IllegalArgumentException if the number is outside 0 to size - 1
   */
  public ShortCode codeAt(long number) {
    if (number < 0 || number >= size()) {
      throw new IllegalArgumentException(number + " is outside a space of " + size() + " codes");
    }
    return new ShortCode(alphabet.write(number, length));
  }

  /** The number of this code; empty when the code is not of this space. */
  public OptionalLong numberOf(ShortCode code) {
    if (code.value().length() != length) {
      return OptionalLong.empty();
    }
    long number = alphabet.read(code.value());
    return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
