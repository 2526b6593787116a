package dev.hexlink.rabbitmq;

import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.domain.visit.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The handing over of one batch to the worker. When the worker throws on it, its letters are tried one by one, and the visits of a letter in ever
 * smaller parts, so that what makes the worker fail takes nothing else along. When the worker's store is away, nothing is tried further.
 */
final class Handover {
  /** Enough to find three bad visits among a thousand; a letter with more waits with all that were not tried. */
  private static final int MOST_FAILURES = 32;

  private final Consumer<List<Visit>> worker;
  private int failures;
  private boolean away;
  private boolean fruitless = true;
  private @Nullable Throwable failure;

  Handover(Consumer<List<Visit>> worker) {
    this.worker = worker;
  }

  /** Hands over; answers the tags of the letters that hold something that is not done. */
  Set<Long> run(List<ReceivedLetter> letters) {
    Set<Long> undone = new HashSet<>();
    if (isDone(letters.stream().flatMap(letter -> letter.visits().stream()).toList())) {
      return undone;
    }
    for (ReceivedLetter letter : letters) {
      failures = 0;
      boolean done = letters.size() == 1 ? areHalvesDone(letter.visits()) : areDone(letter.visits());
      if (!done) {
        undone.add(letter.tag());
      }
    }
    return undone;
  }

  private boolean areDone(List<Visit> visits) {
    if (away || failures >= MOST_FAILURES) {
      return false;
    }
    return isDone(visits) || areHalvesDone(visits);
  }

  private boolean areHalvesDone(List<Visit> visits) {
    if (visits.size() < 2) {
      return false;
    }
    int half = visits.size() / 2;
    boolean first = areDone(visits.subList(0, half));
    boolean second = areDone(visits.subList(half, visits.size()));
    return first && second;
  }

  private boolean isDone(List<Visit> visits) {
    try {
      if (!visits.isEmpty()) {
        worker.accept(visits);
      }
      fruitless = false;
      return true;
    } catch (PortUnavailable e) {
      away = true;
      failure = e;
    } catch (RuntimeException | Error e) {
      failures++;
      failure = e;
    }
    return false;
  }

  /** Whether the worker's store is away. */
  boolean isAway() {
    return away;
  }

  /** Whether the worker did nothing at all. */
  boolean isFruitless() {
    return fruitless;
  }

  /** What the worker threw the last time; null when it never did. */
  @Nullable
  Throwable failure() {
    return failure;
  }
}
