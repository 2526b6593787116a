package dev.hexlink.http.target;

import dev.hexlink.application.spi.TargetParser;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.TargetUrl;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * The WHATWG URL standard for {@code http} and {@code https}, without its repairs: where the standard reports an error and goes on by guessing what
 * was meant (missing or back slashes, tabs, line breaks, white space around), the text is refused. What it merely encodes is encoded. Reading a
 * canonical form gives the same form again.
 */
@Singleton
@Named("whatwg")
public final class WhatwgTargetParser implements TargetParser {
  /** A text this long cannot become a target: encoding only makes it longer, and dot segments take no more than this. */
  private static final int LONGEST_TEXT = 4 * TargetUrl.LONGEST;

  @Override
  public Parsing parse(String text) {
    try {
      return new Parsing.Parsed(new TargetUrl(canonical(text)));
    } catch (Unparsable e) {
      return new Parsing.Refused(e.why());
    }
  }

  private static String canonical(String text) throws Unparsable {
    if (text.isBlank()) {
      throw new Unparsable(TargetRefusal.EMPTY);
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Unparsable(TargetRefusal.TOO_LONG);
    }
    String scheme = scheme(text);
    refuseRepairs(text, scheme.length() + 1);
    int authorityStart = scheme.length() + 3;
    int authorityEnd = firstOf("/?#", text, authorityStart);
    String url = scheme + "://" + authority(text.substring(authorityStart, authorityEnd), scheme)
        + rest(text.substring(authorityEnd));
    if (url.length() > TargetUrl.LONGEST) {
      throw new Unparsable(TargetRefusal.TOO_LONG);
    }
    return url;
  }

  private static String scheme(String text) throws Unparsable {
    int colon = text.indexOf(':');
    if (colon < 1 || !text.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new Unparsable(TargetRefusal.SCHEME);
    }
    return scheme;
  }

  private static void refuseRepairs(String text, int afterScheme) throws Unparsable {
    boolean slashes = text.startsWith("//", afterScheme) && !text.startsWith("/", afterScheme + 2);
    int backSlash = text.indexOf('\\');
    boolean repairedBackSlash = backSlash >= 0 && backSlash < firstOf("?#", text, 0);
    boolean trimmed = text.charAt(text.length() - 1) == ' ';
    if (!slashes || repairedBackSlash || trimmed || text.codePoints().anyMatch(WhatwgTargetParser::isControlOrHalf)) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
  }

  private static boolean isControlOrHalf(int codePoint) {
    return codePoint < ' ' || codePoint == 0x7f || (codePoint >= Character.MIN_SURROGATE
        && codePoint <= Character.MAX_SURROGATE);
  }

  private static String authority(String text, String scheme) throws Unparsable {
    if (text.indexOf('@') >= 0) {
      throw new Unparsable(TargetRefusal.CREDENTIALS);
    }
    int colon = text.indexOf(':', text.lastIndexOf(']') + 1);
    String host = colon < 0 ? text : text.substring(0, colon);
    return CanonicalHost.of(host) + (colon < 0 ? "" : port(text.substring(colon + 1), scheme));
  }

  private static String port(String digits, String scheme) throws Unparsable {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    if (significant.isEmpty()) {
      return "";
    }
    if (!significant.matches("[0-9]{1,5}") || Integer.parseInt(significant) > 65_535) {
      throw new Unparsable(TargetRefusal.MALFORMED);
    }
    return significant.equals(scheme.equals("http") ? "80" : "443") ? "" : ":" + significant;
  }

  private static String rest(String text) {
    int hash = firstOf("#", text, 0);
    int mark = firstOf("?", text.substring(0, hash), 0);
    return CanonicalPath.of(text.substring(0, mark)) + encoded(text.substring(mark, hash), PercentEncoding.QUERY)
        + encoded(text.substring(hash), PercentEncoding.FRAGMENT);
  }

  /** A query or fragment whose first character is its delimiter; or nothing. */
  private static String encoded(String part, PercentEncoding encoding) {
    return part.isEmpty() ? "" : part.charAt(0) + encoding.encode(part.substring(1));
  }

  /** Where the first of the delimiters stands; the text's end when there is none. */
  private static int firstOf(String delimiters, String text, int from) {
    int at = from;
    while (at < text.length() && delimiters.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
