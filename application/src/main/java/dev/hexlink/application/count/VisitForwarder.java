package dev.hexlink.application.count;

import dev.hexlink.application.api.Settings;
import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.api.Balance;
import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitJournal.JournalEpoch;
import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueue.Depth;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.domain.visit.Epoch;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Carries visits from the journal to the queue on a thread of its own, the oldest epoch first, and tells the journal what the store has settled. A
 * visit that was published and is not settled after a while is published again; settling is by id, so that a repetition counts nothing twice.
 */
public final class VisitForwarder implements AutoCloseable {
  private static final Logger LOG = System.getLogger(VisitForwarder.class.getName());
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration SETTLE_EVERY = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LAST_EFFORT = Duration.ofSeconds(10);

  private final VisitJournal journal;
  private final VisitQueue queue;
  private final Visits visits;
  private final Settings.Delivery settings;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<Epoch, EpochDelivery> deliveries = new HashMap<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Thread thread;
  private final Degradation waiting = new Degradation("visits_waiting", "Visits wait in the journal",
      "Visits are forwarded again");

  private Instant settleAt = Instant.MIN;
  private Duration pause = Duration.ZERO;
  private volatile @Nullable Balance balance;
  private volatile @Nullable Depth depth;

  public VisitForwarder(VisitJournal journal, VisitQueue queue, Visits visits, Settings.Delivery settings,
      InstantSource clock,
      RandomGenerator random) {
    this.journal = journal;
    this.queue = queue;
    this.visits = visits;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.thread = Thread.ofPlatform().daemon().name("visit-forwarder").unstarted(this::run);
  }

  /** Whether visits can be forwarded. */
  public Degradation waiting() {
    return waiting;
  }

  public void start() {
    thread.start();
  }

  /** Where the visits were when the store was last asked, at most a second ago while it answers; before that, all count as unsettled. */
  public Balance balance() {
    Balance known = balance;
    return known == null ? unasked() : known;
  }

  /** How much was in the queue when it was last asked; empty when it did not answer. */
  public Optional<Depth> depth() {
    return Optional.ofNullable(depth);
  }

  /** Forwards what the journal holds, as far as that is possible in 10 seconds, and ends the thread. What is left is forwarded after the next start. */
  @Override
  public void close() {
    stopping.set(true);
    LockSupport.unpark(thread);
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

  private void run() {
    while (!stopping.get()) {
      if (step() == 0) {
        awaitMore();
      }
    }
    Instant giveUp = clock.instant().plus(LAST_EFFORT);
    settleAt = Instant.MIN;
    while (step() > 0 && clock.instant().isBefore(giveUp)) {
      rest();
    }
    settleAt = Instant.MIN;
    step();
  }

  private long step() {
    try {
      List<JournalEpoch> epochs = journal.epochs();
      settleIfDue(epochs);
      return publish(epochs);
    } catch (PortUnavailable e) {
      failed(e);
      rest();
      return 1;
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "Visits could not be forwarded; trying again.", e);
      failed(e);
      rest();
      return 1;
    }
  }

  private long publish(List<JournalEpoch> epochs) {
    long passed = 0;
    VisitJournalUnavailable unreadable = null;
    for (JournalEpoch epoch : epochs) {
      EpochDelivery delivery = deliveries.get(epoch.epoch());
      if (delivery != null && delivery.published() < epoch.end()) {
        try {
          passed += delivery.publishNext(journal, queue, epoch.end(), settings.batch());
        } catch (VisitJournalUnavailable e) {
          unreadable = e;
        }
      }
    }
    if (unreadable == null) {
      recovered();
    } else if (passed == 0) {
      throw unreadable;
    }
    return passed;
  }

  private void settleIfDue(List<JournalEpoch> epochs) {
    Instant now = clock.instant();
    boolean unknown = epochs.stream().anyMatch(epoch -> !deliveries.containsKey(epoch.epoch()));
    if (!unknown && now.isBefore(settleAt)) {
      return;
    }
    Patience patience = new Patience(settings.republishAfter(), lettersWait());
    long appended = 0;
    long settled = 0;
    for (JournalEpoch epoch : epochs) {
      EpochDelivery delivery = deliveries.getOrDefault(epoch.epoch(), new EpochDelivery(epoch, now));
      delivery.learn(visits);
      deliveries.put(epoch.epoch(), delivery);
      delivery.release(journal, epoch.released(), patience, now);
      appended += epoch.end();
      settled += epoch.released() + delivery.settledWithin(epoch.released(), epoch.end());
    }
    deliveries.keySet().retainAll(epochs.stream().map(JournalEpoch::epoch).toList());
    balance = new Balance(appended, settled, appended - settled, journal.status().refused());
    settleAt = now.plus(SETTLE_EVERY);
  }

  private boolean lettersWait() {
    try {
      depth = queue.depth();
    } catch (VisitQueueUnavailable e) {
      depth = null;
    }
    Depth known = depth;
    return known == null || known.waiting() > 0;
  }

  private Balance unasked() {
    long appended = journal.epochs().stream().mapToLong(JournalEpoch::end).sum();
    long released = journal.epochs().stream().mapToLong(JournalEpoch::released).sum();
    return new Balance(appended, released, appended - released, journal.status().refused());
  }

  private void awaitMore() {
    try {
      List<JournalEpoch> epochs = journal.epochs();
      long end = epochs.isEmpty() ? 0 : epochs.getLast().end();
      journal.await(end, IDLE);
    } catch (InterruptedException e) {
      stopping.set(true);
    } catch (RuntimeException | Error e) {
      failed(e);
      rest();
    }
  }

  private void recovered() {
    waiting.end();
    pause = Duration.ZERO;
  }

  private void failed(Throwable e) {
    waiting.begin(String.valueOf(e.getMessage()));
    Duration doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private void rest() {
    if (!pause.isZero()) {
      LockSupport.parkNanos(pause.toNanos() / 2 + random.nextLong(pause.toNanos() / 2 + 1));
    }
  }
}
