package dev.hexlink.bootstrap.configuration;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How much a caller without an API key may do.
 *
 * @param createsPerMinute how many links an address may create in a minute; 0 is no limit
 */
@ConfigurationProperties("hexlink.limits")
public record LimitsConfiguration(@Bindable(defaultValue = "1000") int createsPerMinute) {
  public LimitsConfiguration {
    SettingRefusal.unlessWithin(0, Integer.MAX_VALUE, "hexlink.limits.creates-per-minute", createsPerMinute);
  }
}
