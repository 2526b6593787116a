package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A journal in the heap, whose records can be damaged and whose epochs can be unreadable. */
public final class HeapJournal implements VisitJournal {
  public final Outage outage = new Outage(() -> new VisitJournalUnavailable("switched off"));
  public final Outage readOutage = new Outage(() -> new VisitJournalUnavailable("switched off"));
  public final Gate disk = new Gate();
  public final Set<Epoch> unreadable = new HashSet<>();
  private final boolean waiting;
  private final Map<Epoch, TreeMap<Long, Visit>> epochs = new LinkedHashMap<>();
  private final Map<Epoch, Long> ends = new HashMap<>();
  private final Map<Epoch, Long> released = new HashMap<>();
  private Epoch current = new Epoch(0, 0);
  private long refused;

  public HeapJournal() {
    this(false);
  }

  public HeapJournal(boolean waiting) {
    this.waiting = waiting;
    reopen();
  }

  /** Begins another epoch, as a restart does. */
  public synchronized void reopen() {
    current = new Epoch(7, epochs.size() + 1L);
    epochs.put(current, new TreeMap<>());
    ends.put(current, 0L);
    released.put(current, 0L);
  }

  /** Makes a record unreadable. */
  public synchronized void damage(Epoch epoch, long sequence) {
    visits(epoch).remove(sequence);
  }

  public synchronized Epoch current() {
    return current;
  }

  public synchronized long released(Epoch epoch) {
    return released.getOrDefault(epoch, 0L);
  }

  /** Every visit that can still be read. */
  public synchronized List<Visit> all() {
    return epochs.values().stream().flatMap(visits -> visits.values().stream()).toList();
  }

  @Override
  public CompletableFuture<VisitId> append(VisitFacts facts) {
    VisitId id;
    synchronized (this) {
      try {
        outage.check();
      } catch (VisitJournalUnavailable e) {
        refused++;
        return CompletableFuture.failedFuture(e);
      }
      id = new VisitId(current, ends.merge(current, 1L, Long::sum) - 1);
      visits(current).put(id.sequence(), new Visit(id, facts));
      notifyAll();
    }
    if (!waiting) {
      return CompletableFuture.completedFuture(id);
    }
    return CompletableFuture.supplyAsync(() -> {
      disk.pass();
      return id;
    }, Thread::startVirtualThread);
  }

  @Override
  public boolean isWaiting() {
    return waiting;
  }

  @Override
  public synchronized List<JournalEpoch> epochs() {
    return epochs.keySet().stream()
        .map(epoch -> new JournalEpoch(epoch, 0, released(epoch), ends.getOrDefault(epoch, 0L), epoch.equals(current)))
        .filter(epoch -> epoch.current() || epoch.released() < epoch.end()).toList();
  }

  @Override
  public synchronized List<Visit> read(Epoch epoch, long from, int most) {
    readOutage.check();
    if (unreadable.contains(epoch)) {
      throw new VisitJournalUnavailable("this file cannot be read");
    }
    return visits(epoch).tailMap(from, true).values().stream().limit(most).toList();
  }

  @Override
  public synchronized boolean await(long sequence, Duration time) throws InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    while (ends.getOrDefault(current, 0L) <= sequence && System.nanoTime() < deadline) {
      wait(1);
    }
    return ends.getOrDefault(current, 0L) > sequence;
  }

  @Override
  public synchronized void release(Epoch epoch, long below) {
    released.merge(epoch, below, Math::max);
  }

  @Override
  public synchronized JournalStatus status() {
    return new JournalStatus(ends.values().stream().mapToLong(end -> end).sum(), refused, 0, 0, "");
  }

  @Override
  public void close() {}

  private NavigableMap<Long, Visit> visits(Epoch epoch) {
    return epochs.getOrDefault(epoch, new TreeMap<>());
  }
}
