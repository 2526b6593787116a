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

  /**
   * How much is in the queue.
   *
   * @throws VisitQueueUnavailable if it did not answer
   */
  Depth depth();

  /**
   * Sends what lies in the dead-letter queue on its way again, each letter taken out only when the queue has taken it on; what still cannot be read
   * comes back there. Doing it again is safe.
   *
   * @return how many letters were sent
   * @throws VisitQueueUnavailable if it did not answer; some may have been sent
   */
  long redrive();

  /** Stops deliveries after those under way, and gives connections back. */
  @Override
  void close();

  /**
   * How many letters are in the queue; a letter carries a batch.
   *
   * @param waiting letters that no worker is done with
   * @param deadLetters letters put aside because they cannot be read
   */
  record Depth(long waiting, long deadLetters) {
    /** Nothing is in the queue. */
    public static final Depth EMPTY = new Depth(0, 0);
  }
}
