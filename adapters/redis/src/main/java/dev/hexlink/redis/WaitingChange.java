package dev.hexlink.redis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A change that Redis has not yet heard of. One that takes away waits a little: the visit it takes away was counted by another instance, whose word
 * may still be under way, and nothing can be taken from a count that is not there yet.
 *
 * @param since when it began to wait, in nanoseconds
 */
record WaitingChange(Change change, long since) {
  private static final long LOSSES_WAIT = Duration.ofSeconds(1).toNanos();

  /** What waits after one more change; null when nothing is left to tell. */
  static @Nullable WaitingChange after(@Nullable WaitingChange held, long more, long now) {
    Change change = (held == null ? Change.NONE : held.change).then(more);
    return change.isNothing() ? null : new WaitingChange(change, held == null ? now : held.since);
  }

  boolean isDue(long now) {
    return change.loss() == 0 || now - since >= LOSSES_WAIT;
  }
}
