package dev.hexlink.domain.code;

import java.util.random.RandomGenerator;

/** Keys for tests: two that frozen vectors were made with, and as many others as a test wants. */
final class Keys {
  static final String COUNTING_HEX = "000102030405060708090a0b0c0d0e0f";
  static final String MIXED_HEX = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
  static final CodeKey COUNTING = CodeKey.parse(COUNTING_HEX).orElseThrow();
  static final CodeKey MIXED = CodeKey.parse(MIXED_HEX).orElseThrow();

  private Keys() {}

  static CodeKey any(RandomGenerator random) {
    return new CodeKey(random.nextLong(), random.nextLong());
  }
}
