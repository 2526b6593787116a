package dev.hexlink.application.spi;

import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.VisitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which visits of a link a page shows: from {@code from} to {@code to}, exclusive.
 *
 * @param after the last visit of the page before; null for the first page
 */
public record VisitQuery(LinkId link, Instant from, Instant to, boolean withoutBots, int limit,
    @Nullable VisitCursor after) {
  public static final int LARGEST_LIMIT = 1_000;

  /**
   * @throws IllegalArgumentException if the limit is outside 1 to 1,000
   */
  public VisitQuery {
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw new IllegalArgumentException("a page holds 1 to " + LARGEST_LIMIT + " visits, not " + limit);
    }
  }

  /** The last visit of a page, after which the next begins: visits are ordered by time, newest first, then by id, highest first. */
  public record VisitCursor(Instant at, VisitId id) {}
}
