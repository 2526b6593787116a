package dev.hexlink.application.admit;

import dev.hexlink.application.api.Settings;
import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.api.AdmitCallers;
import dev.hexlink.application.api.Caller;
import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.ApiKeys.ApiKey;
import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.application.spi.RateLimiter.Rate;
import dev.hexlink.application.spi.RateLimiterUnavailable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/** Knows callers by the digests of their keys, and counts the creates of those who have none. */
public final class CallerAdmission implements AdmitCallers {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final ApiKeys keys;
  private final RateLimiter limiter;
  private final Settings.Access settings;
  private final InstantSource clock;

  public CallerAdmission(ApiKeys keys, RateLimiter limiter, Settings.Access settings, InstantSource clock) {
    this.keys = keys;
    this.limiter = limiter;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Makes the initial key known.
   *
   * @throws StartRefused if nobody could ever ask: keys are demanded, and there is none
   */
  public void admitInitialKey() {
    String secret = settings.initialKey();
    if (secret != null && !secret.isBlank()) {
      keys.add(new ApiKey(digest(secret), "initial", clock.instant()));
    } else if (!settings.open() && keys.isEmpty()) {
      throw new StartRefused("hexlink.initial-api-key",
          "hexlink.access is 'keys', and there is no key yet: set hexlink.initial-api-key (HEXLINK_INITIAL_API_KEY or HEXLINK_INITIAL_API_KEY_FILE)");
    }
  }

  @Override
  public boolean isOpen() {
    return settings.open();
  }

  @Override
  public Optional<Caller> withKey(String secret) {
    return keys.find(digest(secret)).map(key -> new Caller("key:" + key.digest(), false));
  }

  @Override
  public Optional<CreateGrant> takeCreates(Caller caller, int wanted) {
    int limit = settings.createsPerMinute();
    if (!caller.limited() || limit == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CreateGrant(limiter.take("creates:" + caller.scope(), wanted, new Rate(limit, WINDOW)), limit, WINDOW));
    } catch (RateLimiterUnavailable e) {
      return Optional.empty();
    }
  }

  private static String digest(String secret) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
