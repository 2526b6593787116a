package dev.hexlink.http.agent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hexlink.application.spi.UserAgents;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.http.HttpSettings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** User agents by the regular expressions of the ua-parser project, which are loaded when the first one is read. */
@Singleton
@Named("uap")
public final class UapUserAgents implements UserAgents {
  private static final Logger LOG = LoggerFactory.getLogger(UapUserAgents.class);
  /** More says nothing about browser, system or device, and slow expressions would be fed by strangers. */
  private static final int LONGEST = 512;
  private final Cache<String, Traits> known;

  UapUserAgents(HttpSettings settings) {
    this.known = Caffeine.newBuilder().maximumSize(settings.userAgentCacheSize()).build();
  }

  @Override
  public Traits traitsOf(String userAgent) {
    if (userAgent.isBlank()) {
      return Traits.UNKNOWN;
    }
    String shortened = userAgent.length() <= LONGEST ? userAgent : userAgent.substring(0, LONGEST);
    try {
      return known.get(shortened, UserAgentReading::traitsOf);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("A user agent of {} characters could not be read", userAgent.length(), e);
      return Traits.UNKNOWN;
    }
  }
}
