package dev.hexlink.application.api;

import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery.VisitCursor;
import dev.hexlink.domain.link.LinkKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows how links are followed, retired ones too. Blocks; throws {@code PortUnavailable} on an outage. */
public interface ReadStatistics {
  /** A series has at most so many steps. */
  int MOST_STEPS = 10_000;

  StatisticsOutcome statistics(LinkKey key, StatisticsQuery query);

  /**
   * The visits of a link, newest first; empty when there is no such link.
   *
   * @param from null for the beginning
   * @param to exclusive; null for now
   */
  Optional<VisitPage> visits(LinkKey key, @Nullable Instant from, @Nullable Instant to, boolean withoutBots, int limit,
      @Nullable VisitCursor after);
}
