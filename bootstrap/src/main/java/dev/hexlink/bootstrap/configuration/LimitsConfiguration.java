package dev.hexlink.bootstrap.configuration;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How much is taken on.
 *
 * @param createsPerMinute how many links an address may create in a minute; 0 is no limit
 * @param requestsAtOnce how many requests of the API may be under way: at a quarter of it statistics are turned away, at half of it creates, at three quarters reads; redirects never
 */
@ConfigurationProperties("hexlink.limits")
public record LimitsConfiguration(@Bindable(defaultValue = "1000") int createsPerMinute,
    @Bindable(defaultValue = "1024") int requestsAtOnce) {
  private static final int MOST_AT_ONCE = 100_000;

  public LimitsConfiguration {
    SettingRefusal.unlessWithin(0, Integer.MAX_VALUE, "hexlink.limits.creates-per-minute", createsPerMinute);
    SettingRefusal.unlessWithin(4, MOST_AT_ONCE, "hexlink.limits.requests-at-once", requestsAtOnce);
  }
}
