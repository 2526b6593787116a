package dev.hexlink.http.access;

import dev.hexlink.http.AddressRange;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hops a request made, as {@code Forwarded} (RFC 7239) or {@code X-Forwarded-For} lists them, the nearest last. */
final class ForwardedHops {
  /** Nobody has this many proxies; what is farther away than this is not looked at. */
  private static final int MOST = 32;

  private ForwardedHops() {}

  static List<String> ofList(List<String> headers) {
    return headers.stream().flatMap(header -> split(header, ',').stream()).map(String::strip).toList();
  }

  /** The {@code for} of each hop; empty text for a hop that does not say. */
  static List<String> ofForwarded(List<String> headers) {
    return headers.stream().flatMap(header -> split(header, ',').stream()).map(ForwardedHops::forOf).toList();
  }

  private static String forOf(String hop) {
    for (String pair : split(hop, ';')) {
      String trimmed = pair.strip();
      if (trimmed.toLowerCase(Locale.ROOT).startsWith("for=")) {
        return unquoted(trimmed.substring(4).strip());
      }
    }
    return "";
  }

  private static String unquoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** Splits at a separator outside of quotes; keeps the last parts when there are too many. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts.size() <= MOST ? parts : parts.subList(parts.size() - MOST, parts.size());
  }

  /** The address of a hop, with or without a port; empty when it is obfuscated, unknown or malformed. */
  static Optional<InetAddress> address(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      boolean wellFormed = end > 0 && hop.substring(end + 1).matches("(:[0-9]{1,5})?");
      return wellFormed ? AddressRange.address(hop.substring(1, end)) : Optional.empty();
    }
    int colon = hop.indexOf(':');
    boolean hasPort = colon > 0 && colon == hop.lastIndexOf(':');
    if (hasPort && !hop.substring(colon + 1).matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    return AddressRange.address(hasPort ? hop.substring(0, colon) : hop);
  }
}
