package dev.hexlink.rabbitmq;

import java.time.Instant;

/**
 * Writes and reads instants in whole milliseconds as ISO 8601. Visits follow each other closely, so the second is worked out when it changes.
 */
final class Timestamps {
  private static final int TO_THE_SECOND = "2026-11-22T10:15:30".length();
  private static final int TO_THE_MILLISECOND = "2026-11-22T10:15:30.123Z".length();
  private static final int THOUSAND = 1_000;

  private String secondText = "";
  private long second = Long.MIN_VALUE;

  /** The text of an instant. */
  String write(Instant at) {
    if (at.getEpochSecond() != second) {
      second = at.getEpochSecond();
      String text = Instant.ofEpochSecond(second).toString();
      secondText = text.substring(0, text.length() - 1);
    }
    int millis = at.getNano() / 1_000_000;
    return millis == 0 ? secondText + "Z" : secondText + "." + Integer.toString(THOUSAND + millis).substring(1) + "Z";
  }

  /**
   * The instant a text means.
   *
   * @throws java.time.DateTimeException if it is none
   */
  Instant read(String text) {
    int millis = millisOf(text);
    if (millis < 0) {
      return Instant.parse(text);
    }
    if (!text.startsWith(secondText) || secondText.length() != TO_THE_SECOND) {
      String next = text.substring(0, TO_THE_SECOND);
      second = Instant.parse(next + "Z").getEpochSecond();
      secondText = next;
    }
    return Instant.ofEpochMilli(second * THOUSAND + millis);
  }

  /** What follows the second, if the text has the usual length and three digits there; otherwise -1. */
  private static int millisOf(String text) {
    if (text.length() != TO_THE_MILLISECOND || text.charAt(TO_THE_SECOND) != '.' || !text.endsWith("Z")) {
      return -1;
    }
    int millis = 0;
    for (int i = TO_THE_SECOND + 1; i < TO_THE_MILLISECOND - 1; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      millis = millis * 10 + digit;
    }
    return millis;
  }
}
