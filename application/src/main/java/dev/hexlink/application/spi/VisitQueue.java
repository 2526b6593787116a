package dev.hexlink.application.spi;

import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Carries batches of visits to the workers, each delivered at least once. What cannot be read on the way goes to a dead-letter queue with its
 * reason, and never keeps others from arriving.
 */
public interface VisitQueue extends AutoCloseable {
  /**
   * Publishes a batch; returns when the queue has taken responsibility, or has not in bounded time.
   *
   * @return the ids that were confirmed; the others may or may not arrive, and publishing them again is safe
   * @throws VisitQueueUnavailable if nothing was confirmed
   */
  Set<VisitId> publish(List<Visit> batch);

  /**
   * Starts to hand batches to a worker. A batch is done when the worker returns; when it throws, the batch is delivered again, later. Batches may
   * be handed over by several threads at a time.
   */
  void deliverTo(Consumer<List<Visit>> worker);

  /** Stops deliveries after those under way, and gives connections back. */
  @Override
  void close();
}
