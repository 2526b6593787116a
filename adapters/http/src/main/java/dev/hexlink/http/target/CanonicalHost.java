package dev.hexlink.http.target;

import com.ibm.icu.text.IDNA;
import dev.hexlink.domain.link.TargetRefusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The host of a URL as the standard serialises it: an IP address in its one spelling, or a name by UTS #46, non-transitional. */
final class CanonicalHost {
  private static final IDNA UTS_46 = IDNA
      .getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);
  /** The standard asks neither for lengths nor about hyphens, and browsers follow such hosts. */
  private static final Set<IDNA.Error> TOLERATED = EnumSet.of(IDNA.Error.LABEL_TOO_LONG,
      IDNA.Error.DOMAIN_NAME_TOO_LONG, IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.HYPHEN_3_4);
  private static final String FORBIDDEN = " #/:<>?@[\\]^|%";

  private CanonicalHost() {}

  static String of(String text) throws Unparsable {
    if (text.startsWith("[")) {
      return Ipv6.canonical(text);
    }
    String name = ascii(decoded(text));
    if (name.isEmpty() || name.chars().anyMatch(CanonicalHost::isForbidden)) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
    if (Ipv4.looksLikeOne(name)) {
      return Ipv4.canonical(name);
    }
    return judged(name);
  }

  private static String judged(String name) throws Unparsable {
    String withoutRoot = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (withoutRoot.isEmpty() || withoutRoot.startsWith(".") || withoutRoot.endsWith(".")
        || withoutRoot.contains("..")) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
    if (withoutRoot.indexOf('.') < 0) {
      throw new Unparsable(TargetRefusal.HOST_WITHOUT_DOT);
    }
    return name;
  }

  private static String ascii(String name) throws Unparsable {
    if (isPlain(name)) {
      return name.toLowerCase(Locale.ROOT);
    }
    IDNA.Info info = new IDNA.Info();
    String ascii = UTS_46.nameToASCII(name, new StringBuilder(), info).toString();
    if (!TOLERATED.containsAll(info.getErrors().stream().filter(error -> error != IDNA.Error.EMPTY_LABEL).toList())) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
    return ascii.toLowerCase(Locale.ROOT);
  }

  /** Whether UTS #46 has nothing to say about a name but to lower its case. */
  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> c < 0x80) && !name.toLowerCase(Locale.ROOT).contains("xn--");
  }

  private static boolean isForbidden(int c) {
    return c <= ' ' || c >= 0x7f || FORBIDDEN.indexOf(c) >= 0;
  }

  private static String decoded(String text) throws Unparsable {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteBuffer bytes = ByteBuffer.allocate(3 * text.length());
    byte[] written = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < written.length; i++) {
      int value = written[i] == '%' && i + 2 < written.length ? hex(written[i + 1], written[i + 2]) : -1;
      bytes.put(value < 0 ? written[i] : (byte) value);
      i += value < 0 ? 0 : 2;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
  }

  private static int hex(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : 16 * first + second;
  }
}
