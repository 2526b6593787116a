package dev.hexlink.http.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The path of a URL as the standard serialises it: encoded, and without dot segments. */
final class CanonicalPath {
  private CanonicalPath() {}

  static String of(String text) {
    if (text.length() <= 1) {
      return "/";
    }
    List<String> segments = new ArrayList<>();
    String[] written = text.substring(1).split("/", -1);
    for (int i = 0; i < written.length; i++) {
      append(segments, written[i], i == written.length - 1);
    }
    return "/" + String.join("/", segments);
  }

  private static void append(List<String> segments, String segment, boolean last) {
    String plain = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
    if (plain.equals("..")) {
      if (!segments.isEmpty()) {
        segments.removeLast();
      }
    } else if (!plain.equals(".")) {
      segments.add(PercentEncoding.PATH.encode(segment));
      return;
    }
    if (last) {
      segments.add("");
    }
  }
}
