package dev.hexlink.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * How Hexlink meets its clients.
 *
 * @param trustedProxies networks (CIDR) of the proxies whose {@code Forwarded} and {@code X-Forwarded-For} headers are believed; none by default
 * @param headerTimeout how long a client may take to send the head of a request before its connection is closed
 * @param bodyTimeout how long a client may take to send the body of a request before its connection is closed
 * @param permanentMaxAge how long clients may keep a 301 or 308 at most
 * @param userAgentCacheSize how many user agents are remembered with what they tell
 */
@ConfigurationProperties("hexlink.http")
public record HttpSettings(@Bindable(defaultValue = "") List<String> trustedProxies,
    @Bindable(defaultValue = "5s") Duration headerTimeout,
    @Bindable(defaultValue = "60s") Duration bodyTimeout, @Bindable(defaultValue = "1h") Duration permanentMaxAge,
    @Bindable(defaultValue = "10000") int userAgentCacheSize) {

  /**
   * @throws IllegalArgumentException if a proxy is no network, or a duration or size is negative
   */
  public HttpSettings {
    trustedProxies = trustedProxies.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    trustedProxies.forEach(AddressRange::of);
    requirePositive("header-timeout", headerTimeout);
    requirePositive("body-timeout", bodyTimeout);
    if (permanentMaxAge.isNegative() || userAgentCacheSize < 0) {
      throw new IllegalArgumentException(
          "hexlink.http.permanent-max-age and hexlink.http.user-agent-cache-size cannot be negative");
    }
  }

  private static void requirePositive(String key, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("hexlink.http." + key + " must be longer than nothing, not " + duration);
    }
  }
}
