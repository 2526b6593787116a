package dev.hexlink.domain.visit;

import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import java.time.Instant;

/**
 * What is known of a visit in the moment its redirect is answered, and never altered.
 *
 * @param at when the redirect was answered, in whole milliseconds
 * @param visitor a hash of address and user agent under a salt of the day; 0 when the visitor asked not to be told apart
 * @param userAgent the header as sent, cut to 512 characters; empty when there was none
 * @param referrer the header as sent, cut to 1,024 characters; empty when there was none
 * @param prefetch whether the client said that nobody may ever look at the page
 */
public record VisitFacts(LinkId link, LinkKey key, Instant at, Network network, long visitor, String userAgent,
    String referrer,
    boolean prefetch) {
  public static final int LONGEST_USER_AGENT = 512;
  public static final int LONGEST_REFERRER = 1_024;

  public VisitFacts {
    at = Instant.ofEpochMilli(at.toEpochMilli());
    userAgent = cut(userAgent, LONGEST_USER_AGENT);
    referrer = cut(referrer, LONGEST_REFERRER);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halvesCharacter = Character.isSurrogatePair(text.charAt(longest - 1), text.charAt(longest));
    return text.substring(0, halvesCharacter ? longest - 1 : longest);
  }
}
