package dev.hexlink.domain.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a redirect needs of a link; the form that caches hold.
 *
 * @param maxVisits the visit budget; null means any number
 * @param version the link's version, by which a cache tells the newer of two
 */
public record Route(LinkId id, LinkKey key, TargetUrl target, RedirectStatus redirectStatus, Window window,
    @Nullable Long maxVisits,
    boolean retired, long version) {

  /** Whether following it needs nothing but the clock: no visit budget to ask. */
  public boolean isPlain() {
    return maxVisits == null;
  }

  public Availability at(Instant now) {
    if (retired) {
      return Availability.RETIRED;
    }
    if (window.hasEndedBy(now)) {
      return Availability.EXPIRED;
    }
    return window.beginsAfter(now) ? Availability.NOT_YET : Availability.ACTIVE;
  }
}
