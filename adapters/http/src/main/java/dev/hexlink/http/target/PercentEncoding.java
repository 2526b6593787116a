package dev.hexlink.http.target;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The percent-encode sets of the standard, for special schemes. */
enum PercentEncoding {
  PATH(" \"#<>?^`{}"), QUERY(" \"#<>'"), FRAGMENT(" \"<>`");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private final String encoded;

  PercentEncoding(String encoded) {
    this.encoded = encoded;
  }

  /** The text with every byte of the set as {@code %XX}; what is encoded already stays as it is. */
  String encode(String text) {
    if (text.chars().allMatch(this::staysAsItIs)) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (staysAsItIs(b)) {
        result.append((char) b);
      } else {
        result.append('%').append(HEX.toHexDigits(b));
      }
    }
    return result.toString();
  }

  private boolean staysAsItIs(int c) {
    return c >= ' ' && c < 0x7f && encoded.indexOf(c) < 0;
  }
}
