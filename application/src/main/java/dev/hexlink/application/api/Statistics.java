package dev.hexlink.application.api;

import dev.hexlink.application.spi.Visits.Group;
import java.time.Instant;
import java.util.List;

/**
 * How a link was followed.
 *
 * @param total visits in the range, automated ones included unless left out
 * @param bots the automated ones
 * @param asOf when the counts were read
 * @param series each interval of the range, empty ones included; empty when none was asked for
 * @param groups highest total first; empty when none was asked for
 */
public record Statistics(long total, long bots, long uniqueVisitors, Instant asOf, List<Step> series,
    List<Group> groups) {
  public Statistics {
    series = List.copyOf(series);
    groups = List.copyOf(groups);
  }

  /** The visits of the interval that begins at {@code start}. */
  public record Step(Instant start, long visits) {}
}
