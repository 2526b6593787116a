package dev.hexlink.rabbitmq;

import dev.hexlink.application.spi.VisitQueueUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Carries letters from the queue to the worker, a batch at a time, on a thread of its own. Until the worker has returned the broker keeps a letter, and
 * gives it to another should this one be lost.
 */
final class LetterCarrier {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Line<Wire> line;
  private final int prefetch;
  private final Recording recording;
  private final OutageLog outage;
  private final Pause afterLoss;
  private final Pause whileAway;
  private final Thread thread;
  private volatile @Nullable Subscription subscription;
  private volatile boolean stopping;

  LetterCarrier(Line<Wire> line, int prefetch, Recording recording, OutageLog outage, RandomGenerator random) {
    this.line = line;
    this.prefetch = prefetch;
    this.recording = recording;
    this.outage = outage;
    this.afterLoss = new Pause(FIRST_PAUSE, LONGEST_PAUSE, random);
    this.whileAway = new Pause(FIRST_PAUSE, LONGEST_PAUSE, random);
    this.thread = Thread.ofPlatform().daemon().name("hexlink-rabbitmq-carrier").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Takes no further letters; what the worker has in hand goes on. */
  void stop() {
    stopping = true;
    Subscription current = subscription;
    if (current != null) {
      current.end();
    }
    LockSupport.unpark(thread);
  }

  /** Waits until the worker has returned. */
  void join() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many letters nobody is done with. */
  int inHand() {
    Subscription current = subscription;
    return current == null ? 0 : current.inHand();
  }

  private void run() {
    while (!stopping) {
      try {
        carry(line.open(Deadline.in(PATIENCE)));
      } catch (VisitQueueUnavailable | IOException e) {
        lost(Reason.of(e));
      } catch (RuntimeException | Error e) {
        lost(e.toString());
      }
    }
  }

  private void lost(String why) {
    if (!stopping) {
      outage.failed(why);
      rest(afterLoss.grow());
    }
  }

  private void carry(Wire wire) throws IOException {
    try {
      Subscription current = Subscription.open(wire, prefetch);
      subscription = current;
      outage.works();
      while (!stopping) {
        List<ReceivedLetter> letters = current.take();
        if (letters.isEmpty()) {
          throw new IOException(current.whyEnded());
        }
        afterLoss.reset();
        carry(letters, current);
      }
    } finally {
      subscription = null;
      if (!stopping) {
        line.drop(wire);
      }
    }
  }

  private void carry(List<ReceivedLetter> letters, Subscription from) throws IOException {
    Recording.Outcome outcome = recording.record(letters);
    from.settle(letters, outcome.again());
    if (outcome.away()) {
      rest(whileAway.grow());
      return;
    }
    whileAway.reset();
    if (outcome.fruitless()) {
      rest(FIRST_PAUSE);
    }
  }

  private void rest(Duration pause) {
    Deadline end = Deadline.in(pause);
    while (!stopping && !end.isOver()) {
      LockSupport.parkNanos(end.left());
    }
  }
}
