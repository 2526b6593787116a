package dev.hexlink.soak;

/**
 * Something that goes wrong for a while, and then is over.
 *
 * @param meanwhile done again and again from its beginning to its end
 */
record Mishap(String name, Runnable begin, Runnable meanwhile, Runnable end) {
  /** One that begins and ends. */
  static Mishap of(String name, Runnable begin, Runnable end) {
    return new Mishap(name, begin, () -> {}, end);
  }
}
