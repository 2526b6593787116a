package dev.hexlink.keygen;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How instances lease counts from key generators.
 *
 * @param url the addresses of the key generators, such as http://keygen:8080; asked one after the other
 * @param key what an instance shows to lease counts, and what a key generator asks for; a secret
 * @param timeout how long one key generator is waited for
 */
@ConfigurationProperties("hexlink.keygen")
public record KeygenConfiguration(@Bindable(defaultValue = "") List<String> url, @Nullable String key,
    @Bindable(defaultValue = "500ms") Duration timeout) {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * @throws IllegalArgumentException if an address is none, the key cannot be sent, or the time is no time
   */
  public KeygenConfiguration {
    url = url.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    url.forEach(KeygenConfiguration::address);
    if (key != null && !key.matches("[!-~]{1,256}")) {
      throw new IllegalArgumentException("hexlink.keygen.key has 1 to 256 printable characters of ASCII, and no space");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("hexlink.keygen.timeout must be longer than nothing, not " + timeout);
    }
  }

  /** The addresses, without a slash at the end. */
  public List<URI> addresses() {
    return url.stream().map(KeygenConfiguration::address).toList();
  }

  private static URI address(String text) {
    try {
      URI uri = new URI(text.replaceAll("/+$", ""));
      if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null
          && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private static IllegalArgumentException refusal(String text) {
    return new IllegalArgumentException("hexlink.keygen.url is \"" + text
        + "\"; it can be addresses of key generators, such as http://keygen:8080, separated by commas");
  }

  @Override
  public String toString() {
    return "KeygenConfiguration[url " + url + ", timeout " + timeout + "]";
  }
}
