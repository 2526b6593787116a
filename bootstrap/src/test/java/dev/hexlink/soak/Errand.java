package dev.hexlink.soak;

/** What a request is for, by which failures are told apart. */
enum Errand {
  CACHED("redirect of a cached code"), UNCACHED("redirect of any other code"), CREATE("create"), CHANGE("change"), READ(
      "read");

  private final String words;

  Errand(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
