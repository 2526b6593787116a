package dev.hexlink.contracts;

import dev.hexlink.application.spi.UserAgents;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Traits.Device;
import java.util.regex.Pattern;

/** Knows a few user agents by their marks. */
class HeapUserAgents implements UserAgents {
  private static final Pattern BOT = Pattern.compile("bot|externalhit", Pattern.CASE_INSENSITIVE);

  @Override
  public Traits traitsOf(String userAgent) {
    if (BOT.matcher(userAgent).find()) {
      return new Traits("Other", "Other", Device.BOT, true);
    }
    if (userAgent.contains("iPhone")) {
      return new Traits("Safari", "iOS", Device.MOBILE, false);
    }
    return userAgent.contains("Firefox") ? new Traits("Firefox", "Linux", Device.DESKTOP, false) : Traits.UNKNOWN;
  }
}
