package dev.hexlink.application.count;

import dev.hexlink.application.api.Interval;
import dev.hexlink.application.api.ReadStatistics;
import dev.hexlink.application.api.Statistics;
import dev.hexlink.application.api.StatisticsOutcome;
import dev.hexlink.application.api.StatisticsQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.VisitQuery.VisitCursor;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.Visits.Group;
import dev.hexlink.application.spi.Visits.Rollup;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.VisitCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads how links are followed. Counts are kept by quarters of an hour, so a range is widened to whole quarters; sums of any series or groups then
 * agree with the total.
 */
public final class StatisticsReader implements ReadStatistics {
  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Links links;
  private final Visits visits;
  private final InstantSource clock;

  public StatisticsReader(Links links, Visits visits, InstantSource clock) {
    this.links = links;
    this.visits = visits;
    this.clock = clock;
  }

  @Override
  public StatisticsOutcome statistics(LinkKey key, StatisticsQuery query) {
    Optional<Link> link = links.find(key);
    if (link.isEmpty()) {
      return new StatisticsOutcome.NoSuchLink();
    }
    Instant now = clock.instant();
    Instant from = floor(query.from() == null ? link.get().createdAt() : within(query.from()));
    Instant to = ceiling(query.to() == null ? now.plusMillis(1) : within(query.to()));
    if (!from.isBefore(to)) {
      return new StatisticsOutcome.RangeRefused();
    }
    Interval interval = query.interval();
    NavigableMap<Instant, Long> steps = interval == null
        ? new TreeMap<>()
        : emptySteps(interval, query.zone(), from, to);
    if (steps.size() > MOST_STEPS) {
      return new StatisticsOutcome.TooManySteps(MOST_STEPS);
    }
    return new StatisticsOutcome.Shown(read(link.get().id(), query, from, to, steps, now));
  }

  @Override
  public Optional<VisitPage> visits(LinkKey key, @Nullable Instant from, @Nullable Instant to, boolean withoutBots,
      int limit,
      @Nullable VisitCursor after) {
    return links.find(key).map(link -> visits.list(new VisitQuery(link.id(), from == null ? EARLIEST : within(from),
        to == null ? clock.instant().plusMillis(1) : within(to), withoutBots, limit, after)));
  }

  private Statistics read(LinkId link, StatisticsQuery query, Instant from, Instant to,
      NavigableMap<Instant, Long> steps,
      Instant asOf) {
    List<Rollup> rollups = visits.rollups(link, from, to);
    VisitCounts sum = rollups.stream().map(Rollup::counts).reduce(VisitCounts.NONE, VisitCounts::plus);
    for (Rollup rollup : rollups) {
      Map.Entry<Instant, Long> step = steps.floorEntry(rollup.start());
      if (step != null) {
        steps.merge(step.getKey(), shown(rollup.counts(), query), Long::sum);
      }
    }
    Trait by = query.groupBy();
    List<Group> groups = by == null ? List.of() : visits.groups(link, from, to, by, query.withoutBots());
    long unique = visits.uniqueVisitors(link, from, to, query.withoutBots());
    List<Statistics.Step> series = steps.entrySet().stream().map(e -> new Statistics.Step(e.getKey(), e.getValue()))
        .toList();
    return new Statistics(shown(sum, query), query.withoutBots() ? 0 : sum.bots(), unique, asOf, series, groups);
  }

  private static long shown(VisitCounts counts, StatisticsQuery query) {
    return query.withoutBots() ? counts.total() - counts.bots() : counts.total();
  }

  private static NavigableMap<Instant, Long> emptySteps(Interval interval, ZoneId zone, Instant from, Instant to) {
    NavigableMap<Instant, Long> steps = new TreeMap<>();
    ZonedDateTime start = interval.startOf(from.atZone(zone));
    while (start.toInstant().isBefore(to) && steps.size() <= MOST_STEPS) {
      steps.put(start.toInstant(), 0L);
      start = interval.next(start);
    }
    return steps;
  }

  /** No visit lies further out, and neither stores nor calendars reach as far as an instant can. */
  private static Instant within(Instant bound) {
    if (bound.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return bound.isAfter(LATEST) ? LATEST : bound;
  }

  private static Instant floor(Instant instant) {
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), QUARTER) * QUARTER);
  }

  private static Instant ceiling(Instant instant) {
    Instant floor = floor(instant);
    return floor.equals(instant) ? floor : floor.plusSeconds(QUARTER);
  }
}
