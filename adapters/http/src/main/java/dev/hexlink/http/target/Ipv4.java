package dev.hexlink.http.target;

import dev.hexlink.domain.link.TargetRefusal;
import java.util.List;

/** IPv4 addresses in all the spellings the standard reads: one to four parts, each decimal, octal or hexadecimal. */
final class Ipv4 {
  private static final int PARTS = 4;

  private Ipv4() {}

  /** Whether a host ends in a number, so that it is an IPv4 address or nothing. */
  static boolean looksLikeOne(String host) {
    String last = parts(host).getLast();
    return last.matches("[0-9]+") || last.matches("0[xX][0-9a-fA-F]*");
  }

  static String canonical(String host) throws Unparsable {
    List<String> parts = parts(host);
    if (parts.size() > PARTS) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
    long address = 0;
    for (String part : parts.subList(0, parts.size() - 1)) {
      address = (address << 8) | number(part, 255);
    }
    int bytesLeft = PARTS - parts.size() + 1;
    address = (address << (8 * bytesLeft)) | number(parts.getLast(), (1L << (8 * bytesLeft)) - 1);
    return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
  }

  private static List<String> parts(String host) {
    List<String> parts = List.of(host.split("\\.", -1));
    return parts.size() > 1 && parts.getLast().isEmpty() ? parts.subList(0, parts.size() - 1) : parts;
  }

  private static long number(String part, long most) throws Unparsable {
    try {
      long value = part.matches("0[xX]")
          ? 0
          : part.matches("0[xX][0-9a-fA-F]+")
              ? Long.parseLong(part.substring(2), 16)
              : Long.parseLong(part, part.matches("0[0-9]+") ? 8 : 10);
      if (value >= 0 && value <= most && !part.startsWith("+")) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
    throw new Unparsable(TargetRefusal.MALFORMED);
  }
}
