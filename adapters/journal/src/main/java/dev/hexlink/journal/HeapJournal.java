package dev.hexlink.journal;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** A visit journal that keeps what is not yet released in memory, and loses it with the process. For comparison and for tests. */
public final class HeapJournal implements VisitJournal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final NavigableMap<Long, Visit> visits = new TreeMap<>();
  private final Epoch epoch;
  private final int mostVisits;
  private long end;
  private long released;
  private long refused;
  private String failure = "";
  private boolean closed;

  /**
   * @param mostVisits how many visits may wait for their release
   */
  public HeapJournal(int mostVisits, RandomGenerator random) {
    this.mostVisits = mostVisits;
    this.epoch = new Epoch(random.nextLong(), random.nextLong());
  }

  @Override
  public CompletableFuture<VisitId> append(VisitFacts facts) {
    lock.lock();
    try {
      if (closed) {
        return refuse("the journal is closed");
      }
      if (visits.size() >= mostVisits) {
        failure = "visits are refused: the journal's bound of " + mostVisits + " visits is reached";
        return refuse(failure);
      }
      VisitId id = new VisitId(epoch, end++);
      visits.put(id.sequence(), new Visit(id, facts));
      failure = "";
      grown.signalAll();
      return CompletableFuture.completedFuture(id);
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<VisitId> refuse(String why) {
    refused++;
    return CompletableFuture.failedFuture(new VisitJournalUnavailable(why));
  }

  @Override
  public boolean isWaiting() {
    return false;
  }

  @Override
  public List<JournalEpoch> epochs() {
    lock.lock();
    try {
      return List.of(new JournalEpoch(epoch, released, released, end, true));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Visit> read(Epoch wanted, long from, int most) {
    lock.lock();
    try {
      if (closed) {
        throw new VisitJournalUnavailable("the journal is closed");
      }
      return wanted.equals(epoch) ? visits.tailMap(from, true).values().stream().limit(most).toList() : List.of();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean await(long sequence, Duration time) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.convert(time);
    lock.lockInterruptibly();
    try {
      while (end <= sequence && !closed && left > 0) {
        left = grown.awaitNanos(left);
      }
      return end > sequence;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void release(Epoch wanted, long below) {
    lock.lock();
    try {
      if (wanted.equals(epoch)) {
        released = Math.clamp(below, released, end);
        visits.headMap(released).clear();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public JournalStatus status() {
    lock.lock();
    try {
      return new JournalStatus(end, refused, 0, 0, failure);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
