package dev.hexlink.application.api;

import dev.hexlink.domain.visit.Visit;
import java.util.List;

/** What a worker does with a batch of visits: reads their user agents and settles them, each exactly once. Blocks. */
public interface RecordVisits {
  /**
   * @throws dev.hexlink.application.spi.VisitsUnavailable if the store did not answer; recording the batch again is safe
   */
  void record(List<Visit> batch);
}
