package dev.hexlink.bootstrap.configuration;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.domain.link.Host;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address that short URLs begin with: scheme, host and port, without a slash at its end. */
public final class BaseUrl {
  private BaseUrl() {}

  /**
   * @throws StartRefused unless the text is the http or https URL of a host's root
   */
  static String parse(String text) {
    try {
      URI uri = new URI(text.strip().toLowerCase(Locale.ROOT));
      if (isRootOfHost(uri)) {
        return uri.getScheme() + "://" + uri.getAuthority();
      }
    } catch (URISyntaxException e) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private static boolean isRootOfHost(URI uri) {
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
    return web && bare && uri.getHost() != null && Host.parse(uri.getAuthority()).isPresent()
        && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
  }

  private static StartRefused refusal(String text) {
    return SettingRefusal.of("hexlink.base-url", text,
        "an http or https URL without a path, such as https://go.example.org");
  }
}
