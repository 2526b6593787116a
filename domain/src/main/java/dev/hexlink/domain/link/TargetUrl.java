package dev.hexlink.domain.link;

/**
 * Where a link leads: the canonical form of an http or https URL as the WHATWG standard serialises it. Printable ASCII, at most 2,048
 * characters; the only form that is stored and sent. Made by a {@code TargetParser}, which knows the standard.
 */
public record TargetUrl(String value) {
  public static final int LONGEST = 2_048;

  /**
   * @throws IllegalArgumentException if the value is no http or https URL in printable ASCII, or too long
   */
  public TargetUrl {
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException("a target has at most " + LONGEST + " characters, not " + value.length());
    }
    if (!value.matches("https?://[!-~]+")) {
      throw new IllegalArgumentException("not a canonical http or https URL");
    }
  }

  /** The host the target is on, without port. */
  public String host() {
    int start = value.indexOf("://") + 3;
    int end = start;
    while (end < value.length() && "/?#".indexOf(value.charAt(end)) < 0) {
      end++;
    }
    String authority = value.substring(start, end);
    int port = authority.lastIndexOf(':');
    return port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority;
  }

  @Override
  public String toString() {
    return value;
  }
}
