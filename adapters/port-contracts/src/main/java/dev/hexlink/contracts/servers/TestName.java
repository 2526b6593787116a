package dev.hexlink.contracts.servers;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name that nothing else on a server has, and that says since when it is there. */
final class TestName {
  static final String START = "hexlink_test_";
  private static final Pattern NAME = Pattern.compile(START + "(\\d{9,11})_[0-9a-f]{12}\\b.*", Pattern.DOTALL);
  private static final Duration LONGEST_RUN = Duration.ofDays(1);

  private TestName() {}

  static String fresh() {
    return madeAt(Instant.now());
  }

  static String madeAt(Instant at) {
    return START + at.getEpochSecond() + "_" + UUID.randomUUID().toString().substring(24);
  }

  /** Whether a run that did not end in order left it, or something that begins with it, long ago. */
  static boolean isLeftOver(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        && Instant.ofEpochSecond(Long.parseLong(parts.group(1))).isBefore(Instant.now().minus(LONGEST_RUN));
  }
}
