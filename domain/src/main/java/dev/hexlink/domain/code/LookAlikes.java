package dev.hexlink.domain.code;

import java.util.Locale;

/** Which codes a reader takes for one another: those with the same skeleton. */
public final class LookAlikes {
  private static final String SEEN = "01i|5826q9_$@";
  private static final String READ_AS = "olllsbzbgg-sa";

  private LookAlikes() {}

  /**
   * The form that is the same for all texts that look alike: lower case, every digit as the letter it resembles, {@code rn} as {@code m} and
   * {@code vv} as {@code w}.
   */
  public static String skeleton(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder skeleton = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      int known = SEEN.indexOf(lower.charAt(i));
      skeleton.append(known < 0 ? lower.charAt(i) : READ_AS.charAt(known));
    }
    return skeleton.toString().replace("rn", "m").replace("vv", "w");
  }
}
