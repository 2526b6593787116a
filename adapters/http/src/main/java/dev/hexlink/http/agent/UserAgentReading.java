package dev.hexlink.http.agent;

import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Traits.Device;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua_parser.Client;
import ua_parser.Parser;

/** What ua-parser says about a user agent, in our words. Loading this class loads its expressions. */
final class UserAgentReading {
  private static final Parser PARSER = new Parser();
  private static final String OTHER = "Other";
  private static final String SPIDER = "Spider";
  private static final Pattern PROGRAM = Pattern.compile(
      "bot\\b|crawl|spider|\\b(?:slurp|scrap|fetch|node-fetch|preview|monitor|uptime|probe|scanner|headless|lighthouse|"
          + "validator|archiver|facebookexternalhit|whatsapp|telegram|mastodon|curl|wget|httpie|python|java/|okhttp|"
          + "apache-httpclient|go-http-client|axios|undici|libwww|lwp|perl|ruby|guzzle|aiohttp|httpx|postman|insomnia|"
          + "wrk|k6/|siege|jmeter)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TABLET = Pattern.compile("ipad|tablet|kindle|silk/|playbook", Pattern.CASE_INSENSITIVE);
  private static final Set<String> HANDHELD = Set.of("Android", "iOS", "Windows Phone", "Windows Mobile",
      "BlackBerry OS", "KaiOS", "Firefox OS", "Tizen", "Symbian OS", "HarmonyOS");
  private static final Set<String> DESKTOP = Set.of("Windows", "Mac OS X", "Linux", "Ubuntu", "Debian", "Fedora",
      "Chrome OS", "FreeBSD", "OpenBSD", "NetBSD", "Red Hat", "SUSE", "Arch Linux", "Gentoo", "Mint", "Solaris",
      "Mac OS", "CentOS", "Kubuntu");

  private UserAgentReading() {}

  static Traits traitsOf(String userAgent) {
    Client client = PARSER.parse(userAgent);
    boolean bot = SPIDER.equals(client.device.family) || PROGRAM.matcher(userAgent).find();
    String system = named(client.os.family);
    return new Traits(named(client.userAgent.family), system, bot ? Device.BOT : device(userAgent, system), bot);
  }

  private static Device device(String userAgent, String system) {
    if (TABLET.matcher(userAgent).find() || isTabletWithAndroid(userAgent, system)) {
      return Device.TABLET;
    }
    if (HANDHELD.contains(system)) {
      return Device.MOBILE;
    }
    return DESKTOP.contains(system) ? Device.DESKTOP : Device.OTHER;
  }

  /** Android browsers say {@code Mobile} on phones alone. */
  private static boolean isTabletWithAndroid(String userAgent, String system) {
    return system.equals("Android") && !userAgent.toLowerCase(Locale.ROOT).contains("mobile");
  }

  private static String named(@Nullable String family) {
    return family == null || family.isBlank() ? OTHER : family;
  }
}
