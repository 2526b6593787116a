package dev.hexlink.redis;

import java.time.Duration;

/** Configurations for tests, with times to live that can be waited for. */
final class Settings {
  static final Duration TTL = Duration.ofSeconds(2);
  static final Duration UNKNOWN_TTL = Duration.ofMillis(700);

  private Settings() {}

  static RedisConfiguration of(String uri, String prefix) {
    return new RedisConfiguration(uri, prefix, null, Duration.ofMillis(50), Duration.ofMillis(100), TTL, UNKNOWN_TTL);
  }

  /** For tests that look at what comes out, not at how soon: a busy machine must not turn them red. */
  static RedisConfiguration patient(String uri, String prefix) {
    return new RedisConfiguration(uri, prefix, null, Duration.ofSeconds(2), Duration.ofSeconds(2), TTL, UNKNOWN_TTL);
  }
}
