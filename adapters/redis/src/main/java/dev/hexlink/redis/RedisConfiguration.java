package dev.hexlink.redis;

import io.lettuce.core.RedisURI;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Redis that the adapters named redis share.
 *
 * @param uri where Redis is: redis:// or, with TLS, rediss://; user, password and database stand in it, so it is a secret
 * @param keyPrefix what every key and channel begins with, for installations that share a Redis
 * @param ca a PEM file of the authorities whose certificates are trusted with TLS; by default those of the JVM
 * @param readTimeout how long an answer to a question is waited for
 * @param writeTimeout how long an answer to a change is waited for
 * @param ttl how long a route may be remembered
 * @param unknownTtl how long it may be remembered that no link has a key
 */
@ConfigurationProperties("hexlink.redis")
public record RedisConfiguration(@Bindable(defaultValue = "redis://localhost:6379") String uri,
    @Bindable(defaultValue = "") String keyPrefix, @Nullable Path ca,
    @Bindable(defaultValue = "50ms") Duration readTimeout, @Bindable(defaultValue = "100ms") Duration writeTimeout,
    @Bindable(defaultValue = "1h") Duration ttl, @Bindable(defaultValue = "10s") Duration unknownTtl) {
  private static final Pattern URI = Pattern
      .compile("rediss?://([^@/?#]*@)?([\\w.-]+|\\[[\\w:.]+])(:[0-9]{1,5})?(/[0-9]*)?(\\?[^#]*)?");
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration SHORTEST_TTL = Duration.ofMillis(10);

  /**
   * @throws IllegalArgumentException if a value is not one its key can have; the message does not show the URI
   */
  public RedisConfiguration {
    parsed(uri);
    check(ca == null || Files.isReadable(ca), "ca is a file that cannot be read: " + ca);
    check(isTimeout(readTimeout) && isTimeout(writeTimeout), "read-timeout and write-timeout are from 1ms to 5s");
    check(isTtl(ttl) && isTtl(unknownTtl), "ttl and unknown-ttl are at least 10ms");
  }

  /** Where Redis is, and who asks. */
  RedisURI server() {
    return parsed(uri);
  }

  @Override
  public String toString() {
    return "hexlink.redis";
  }

  private static RedisURI parsed(String uri) {
    try {
      check(URI.matcher(uri).matches(), "uri");
      return RedisURI.create(uri);
    } catch (RuntimeException _) {
      throw new IllegalArgumentException(
          "hexlink.redis.uri is not what it can be: redis://host:port or rediss://host:port, with user:password@ before"
              + " and /database behind if need be");
    }
  }

  private static boolean isTimeout(Duration timeout) {
    return timeout.toMillis() >= 1 && timeout.compareTo(LONGEST_TIMEOUT) <= 0;
  }

  private static boolean isTtl(Duration ttl) {
    return ttl.compareTo(SHORTEST_TTL) >= 0;
  }

  private static void check(boolean right, String rule) {
    if (!right) {
      throw new IllegalArgumentException("hexlink.redis." + rule);
    }
  }
}
