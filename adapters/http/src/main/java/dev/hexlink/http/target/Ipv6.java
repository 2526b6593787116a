package dev.hexlink.http.target;

import dev.hexlink.domain.link.TargetRefusal;
import java.util.ArrayList;
import java.util.List;

/** IPv6 addresses in brackets, read strictly and written in the one form of RFC 5952 that the standard uses. */
final class Ipv6 {
  private static final int PIECES = 8;

  private Ipv6() {}

  static String canonical(String bracketed) throws Unparsable {
    if (!bracketed.endsWith("]") || bracketed.length() < 4) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
    return "[" + written(pieces(bracketed.substring(1, bracketed.length() - 1))) + "]";
  }

  private static List<Integer> pieces(String text) throws Unparsable {
    int gap = text.indexOf("::");
    if (gap < 0) {
      List<Integer> all = side(text, true);
      refuseUnless(all.size() == PIECES);
      return all;
    }
    List<Integer> left = side(text.substring(0, gap), false);
    List<Integer> right = side(text.substring(gap + 2), true);
    refuseUnless(left.size() + right.size() < PIECES);
    List<Integer> all = new ArrayList<>(left);
    while (all.size() + right.size() < PIECES) {
      all.add(0);
    }
    all.addAll(right);
    return all;
  }

  private static List<Integer> side(String text, boolean mayEndInIpv4) throws Unparsable {
    List<Integer> pieces = new ArrayList<>();
    if (text.isEmpty()) {
      return pieces;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (mayEndInIpv4 && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        addIpv4(pieces, parts[i]);
      } else {
        refuseUnless(parts[i].matches("[0-9a-fA-F]{1,4}"));
        pieces.add(Integer.parseInt(parts[i], 16));
      }
    }
    return pieces;
  }

  private static void addIpv4(List<Integer> pieces, String text) throws Unparsable {
    refuseUnless(text.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}"));
    int[] bytes = new int[4];
    String[] parts = text.split("\\.");
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = Integer.parseInt(parts[i]);
      refuseUnless(bytes[i] <= 255);
    }
    pieces.add(bytes[0] << 8 | bytes[1]);
    pieces.add(bytes[2] << 8 | bytes[3]);
  }

  private static String written(List<Integer> pieces) {
    int gapStart = -1;
    int gapLength = 1;
    for (int start = 0; start < PIECES; start++) {
      int length = zerosFrom(pieces, start);
      if (length > gapLength) {
        gapStart = start;
        gapLength = length;
      }
    }
    if (gapStart < 0) {
      return joined(pieces);
    }
    return joined(pieces.subList(0, gapStart)) + "::" + joined(pieces.subList(gapStart + gapLength, PIECES));
  }

  private static int zerosFrom(List<Integer> pieces, int start) {
    int end = start;
    while (end < PIECES && pieces.get(end) == 0) {
      end++;
    }
    return end - start;
  }

  private static String joined(List<Integer> pieces) {
    return String.join(":", pieces.stream().map(Integer::toHexString).toList());
  }

  private static void refuseUnless(boolean fits) throws Unparsable {
    if (!fits) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
  }
}
