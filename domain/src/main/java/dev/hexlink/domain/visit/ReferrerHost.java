package dev.hexlink.domain.visit;

import java.util.Locale;

/** The host that a {@code Referer} header names, in lower case and without port; empty when it names none. */
public final class ReferrerHost {
  private ReferrerHost() {}

  public static String of(String referrer) {
    int scheme = referrer.indexOf("://");
    if (scheme < 1) {
      return "";
    }
    int start = scheme + 3;
    int end = start;
    while (end < referrer.length() && "/?#\\".indexOf(referrer.charAt(end)) < 0) {
      end++;
    }
    String authority = referrer.substring(start, end);
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    int port = hostAndPort.lastIndexOf(':');
    String host = port > hostAndPort.lastIndexOf(']') ? hostAndPort.substring(0, port) : hostAndPort;
    return host.toLowerCase(Locale.ROOT);
  }
}
