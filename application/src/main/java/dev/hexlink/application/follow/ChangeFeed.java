package dev.hexlink.application.follow;

import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.spi.LinkChange;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.domain.link.LinkKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the log of changes and drops what changed from memory. Positions become visible out of order when commits overtake each other, so each
 * reading begins a little before the last; what was seen there already is not dropped again.
 */
public final class ChangeFeed {
  private static final int PAGE = 1_000;
  private static final int OVERLAP = 1_000;

  private final Links links;
  private final Consumer<Collection<LinkKey>> drop;
  private final InstantSource clock;
  private Set<Long> seen = new HashSet<>();
  private long latest = -1;
  private final Degradation stale = new Degradation("changes_unread",
      "What is remembered is served as it is, as nobody tells what has changed", "Changes are read again");
  private volatile Instant current;

  public ChangeFeed(Links links, Consumer<Collection<LinkKey>> drop, InstantSource clock) {
    this.links = links;
    this.drop = drop;
    this.clock = clock;
    this.current = clock.instant();
  }

  /** Reads what is new. When the store does not answer, memory is served as it is and {@link #age} grows. */
  public void read() {
    Instant asked = clock.instant();
    try {
      if (latest < 0) {
        latest = links.latestChange();
      }
      readFrom(Math.max(0, latest - OVERLAP));
      current = asked;
      stale.end();
    } catch (PortUnavailable e) {
      stale.begin(String.valueOf(e.getMessage()));
    }
  }

  /** Whether changes are out of reach. */
  public Degradation stale() {
    return stale;
  }

  /** How stale memory may be. */
  public Duration age() {
    return Duration.between(current, clock.instant());
  }

  private void readFrom(long from) {
    Set<Long> seenNow = new HashSet<>();
    long position = from;
    List<LinkChange> page;
    do {
      page = links.changesAfter(position, PAGE);
      for (LinkChange change : page) {
        position = Math.max(position, change.position());
        seenNow.add(change.position());
      }
      List<LinkKey> fresh = page.stream().filter(change -> !seen.contains(change.position())).map(LinkChange::key)
          .toList();
      if (!fresh.isEmpty()) {
        drop.accept(fresh);
      }
    } while (page.size() == PAGE);
    latest = Math.max(latest, position);
    seen = seenNow;
  }
}
