package dev.hexlink.application.admit;

import java.util.Locale;

/**
 * What a request is about, the least that can wait first. Each class may begin only while fewer requests are under way than its share of the room, so
 * under pressure the last is turned away first. Redirects are no class: they are never turned away for load, but take up room.
 */
enum WorkClass {
  /** Readiness. */
  HEALTH(100),
  /** Looking at links. */
  READ(75),
  /** Making and changing links. */
  CREATE(50),
  /** Statistics and lists of visits. */
  STATISTICS(25);

  private final int percent;

  WorkClass(int percent) {
    this.percent = percent;
  }

  /** How many requests may be under way for this class to begin one. */
  int roomWithin(int most) {
    return Math.max(1, most * percent / 100);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
