package dev.hexlink.contracts;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A journal on the heap, the plainest that is right: what is on its disk outlives it. Each step can be broken. */
class ModelJournal implements VisitJournal {
  private final Map<Epoch, List<Visit>> disk;
  private final Map<Epoch, Long> released = new LinkedHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final Epoch epoch;
  private int appended;
  private boolean closed;

  ModelJournal() {
    this(new LinkedHashMap<>());
  }

  /** A journal that finds what another has left. */
  ModelJournal(Map<Epoch, List<Visit>> disk) {
    this.disk = disk;
    sweep(disk);
    this.epoch = newEpoch(new Random());
    disk.putIfAbsent(epoch, new ArrayList<>());
  }

  /** This journal after its process has ended and another begun. */
  ModelJournal reopened() {
    return new ModelJournal(disk);
  }

  Map<Epoch, List<Visit>> disk() {
    return disk;
  }

  /** Forgets the openings that nothing was appended in. */
  void sweep(Map<Epoch, List<Visit>> left) {
    left.values().removeIf(List::isEmpty);
  }

  Epoch newEpoch(Random random) {
    return new Epoch(random.nextLong(), random.nextLong());
  }

  @Override
  public CompletableFuture<VisitId> append(VisitFacts facts) {
    return isClosed() ? refusal() : CompletableFuture.completedFuture(write(facts));
  }

  CompletableFuture<VisitId> refusal() {
    refused.incrementAndGet();
    return CompletableFuture.failedFuture(new VisitJournalUnavailable("closed"));
  }

  synchronized boolean isClosed() {
    return closed;
  }

  VisitId write(VisitFacts facts) {
    synchronized (this) {
      return write(nextSequence(), facts);
    }
  }

  synchronized VisitId write(long sequence, VisitFacts facts) {
    VisitId id = new VisitId(epoch, sequence);
    visits(epoch).add(new Visit(id, facts));
    appended++;
    notifyAll();
    return id;
  }

  synchronized long nextSequence() {
    return appended;
  }

  private List<Visit> visits(Epoch of) {
    return disk.getOrDefault(of, List.of());
  }

  @Override
  public boolean isWaiting() {
    return false;
  }

  @Override
  public synchronized List<JournalEpoch> epochs() {
    return disk.keySet().stream().map(this::describe).filter(it -> it.current() || isShown(it)).toList();
  }

  /** Whether an earlier epoch is among the {@link #epochs}. */
  boolean isShown(JournalEpoch earlier) {
    return earlier.released() < earlier.end();
  }

  private JournalEpoch describe(Epoch of) {
    return new JournalEpoch(of, 0, released.getOrDefault(of, 0L), visits(of).size(), of.equals(epoch));
  }

  @Override
  public synchronized List<Visit> read(Epoch of, long from, int most) {
    return visits(of).stream().skip(from).limit(most).toList();
  }

  @Override
  public synchronized boolean await(long sequence, Duration time) throws InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    while (appended <= sequence) {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  @Override
  public synchronized void release(Epoch of, long below) {
    long before = released.getOrDefault(of, 0L);
    released.put(of, Math.clamp(below, before, visits(of).size()));
  }

  @Override
  public synchronized JournalStatus status() {
    return new JournalStatus(appended, refused.get(), 0, 0, "");
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
