package dev.hexlink.application.admit;

import dev.hexlink.application.api.ReadStatistics;
import dev.hexlink.application.api.StatisticsOutcome;
import dev.hexlink.application.api.StatisticsQuery;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery.VisitCursor;
import dev.hexlink.domain.link.LinkKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows statistics unless that has to wait. */
public final class SheddingStatistics implements ReadStatistics {
  private final ReadStatistics inner;
  private final LoadShedding load;

  public SheddingStatistics(ReadStatistics inner, LoadShedding load) {
    this.inner = inner;
    this.load = load;
  }

  @Override
  public StatisticsOutcome statistics(LinkKey key, StatisticsQuery query) {
    return load.within(WorkClass.STATISTICS, () -> inner.statistics(key, query));
  }

  @Override
  public Optional<VisitPage> visits(LinkKey key, @Nullable Instant from, @Nullable Instant to, boolean withoutBots,
      int limit, @Nullable VisitCursor after) {
    return load.within(WorkClass.STATISTICS, () -> inner.visits(key, from, to, withoutBots, limit, after));
  }
}
