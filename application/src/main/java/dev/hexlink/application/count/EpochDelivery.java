package dev.hexlink.application.count;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitJournal.JournalEpoch;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The way of one epoch's visits from the journal to the store: what was published, what the store has settled, and what the journal has lost to
 * damage. Used by one thread.
 */
final class EpochDelivery {
  private final Epoch epoch;
  private Ranges damaged = Ranges.NONE;
  private Ranges settled = Ranges.NONE;
  private long published;
  private long lowest;
  private Instant progressed;
  private int repetitions;

  EpochDelivery(JournalEpoch epoch, Instant now) {
    this.epoch = epoch.epoch();
    this.published = epoch.released();
    this.lowest = epoch.released();
    this.progressed = now;
  }

  /** Learns from the store what is settled, so that it is neither published again nor kept. */
  void learn(Visits visits) {
    settled = Ranges.of(visits.settled(epoch));
  }

  /** Publishes the next visits that are not settled; answers how many sequences were passed. */
  long publishNext(VisitJournal journal, VisitQueue queue, long end, int batch) {
    long from = settled.firstMissing(published);
    if (from >= end) {
      long passed = Math.max(0, end - published);
      published = Math.max(published, end);
      return passed;
    }
    List<Visit> read = journal.read(epoch, from, batch);
    noteDamage(read, from, end);
    List<Visit> fresh = read.stream().filter(visit -> !settled.contains(visit.id().sequence())).toList();
    publish(queue, fresh);
    long reached = read.isEmpty() ? end : read.getLast().id().sequence() + 1;
    long passed = reached - published;
    published = reached;
    return passed;
  }

  /** Lets the journal delete what is settled, and goes back to the first unsettled visit when it has waited for too long. */
  void release(VisitJournal journal, long first, Patience patience, Instant now) {
    long below = settled.and(damaged).firstMissing(first);
    if (below > first) {
      journal.release(epoch, below);
    }
    boolean waits = below == lowest && below < published;
    if (waits && Duration.between(progressed, now).compareTo(patience.after(repetitions)) <= 0) {
      return;
    }
    if (waits) {
      published = below;
    }
    repetitions = waits ? repetitions + 1 : 0;
    lowest = below;
    progressed = now;
  }

  long settledWithin(long first, long end) {
    return settled.and(damaged).countWithin(first, end);
  }

  long published() {
    return published;
  }

  private static void publish(VisitQueue queue, List<Visit> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Set<VisitId> confirmed = queue.publish(fresh);
    if (confirmed.size() < fresh.size()) {
      throw new VisitQueueUnavailable((fresh.size() - confirmed.size()) + " visits of a batch were not confirmed");
    }
  }

  private void noteDamage(List<Visit> read, long from, long end) {
    List<SequenceRange> holes = new ArrayList<>();
    long expected = from;
    for (Visit visit : read) {
      long sequence = visit.id().sequence();
      if (sequence > expected) {
        holes.add(new SequenceRange(expected, sequence));
      }
      expected = sequence + 1;
    }
    if (read.isEmpty()) {
      holes.add(new SequenceRange(from, end));
    }
    damaged = damaged.and(Ranges.of(holes));
  }
}
