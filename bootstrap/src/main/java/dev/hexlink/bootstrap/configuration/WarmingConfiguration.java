package dev.hexlink.bootstrap.configuration;

import dev.hexlink.application.api.Settings;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Which links are remembered before anyone asks for them: pinned ones, and these.
 *
 * @param hottest how many of those that were followed most, 0 to 100,000
 * @param drawn how many drawn by chance, 0 to 100,000
 * @param within how far back it counts that a link was followed
 * @param every how often, beside the start; 0s is never, not even then
 */
@ConfigurationProperties("hexlink.warming")
public record WarmingConfiguration(@Bindable(defaultValue = "25000") int hottest,
    @Bindable(defaultValue = "2000") int drawn, @Bindable(defaultValue = "24h") Duration within,
    @Bindable(defaultValue = "10m") Duration every) {
  private static final int MOST = 100_000;

  public WarmingConfiguration {
    SettingRefusal.unlessWithin(0, MOST, "hexlink.warming.hottest", hottest);
    SettingRefusal.unlessWithin(0, MOST, "hexlink.warming.drawn", drawn);
    if (!within.isPositive()) {
      throw SettingRefusal.of("hexlink.warming.within", within, "a time such as 1h, 24h or 7d");
    }
    if (every.isNegative()) {
      throw SettingRefusal.of("hexlink.warming.every", every, "a time such as 1m, 10m or 1h, or 0s for never");
    }
  }

  /** What the application makes of it. */
  public Settings.Warming toSettings() {
    return new Settings.Warming(hottest, drawn, within, every);
  }
}
