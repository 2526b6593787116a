package dev.hexlink.journal;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The visit journal in segment files of one folder. */
public final class SegmentJournal implements VisitJournal {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentJournal.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final JournalConfiguration configuration;
  private final InstantSource time;
  private final Ownership ownership;
  private final Damage damage;
  private final Shelf shelf;
  private final EpochLog log;
  private final SegmentWriter writer;
  private final GroupSync sync;
  private long awaited = Long.MAX_VALUE;
  private long refused;
  private String failure = "";
  private boolean closed;

  private SegmentJournal(JournalConfiguration configuration, InstantSource time, Ownership ownership, Damage damage,
      Shelf shelf, SegmentWriter writer, Disk disk, Path directory, Duration retryAfter) {
    this.configuration = configuration;
    this.time = time;
    this.ownership = ownership;
    this.damage = damage;
    this.shelf = shelf;
    this.log = shelf.current();
    this.writer = writer;
    Duration gathering = configuration.isWaiting() ? Duration.ZERO : configuration.syncInterval();
    this.sync = new GroupSync(lock, disk, directory, writer, gathering, retryAfter, this::tidy);
  }

  /**
   * Opens the journal in a folder, which is made when it is not there, under an epoch of its own.
   *
   * @throws VisitJournalUnavailable if the folder is in use or cannot be used
   */
  public static SegmentJournal open(Path directory, JournalConfiguration configuration, InstantSource time,
      RandomGenerator random) {
    return open(directory, configuration, time, random, new LocalDisk(), RETRY_AFTER);
  }

  static SegmentJournal open(Path directory, JournalConfiguration configuration, InstantSource time,
      RandomGenerator random, Disk disk, Duration retryAfter) {
    try {
      Files.createDirectories(directory);
      Ownership ownership = Ownership.of(directory, time.instant());
      try {
        SegmentJournal journal = opened(directory, configuration, time, random, disk, retryAfter, ownership);
        journal.sync.start();
        return journal;
      } catch (IOException | RuntimeException e) {
        ownership.close();
        throw e;
      }
    } catch (IOException e) {
      throw new VisitJournalUnavailable("the journal cannot be opened: " + e.getMessage(), e);
    }
  }

  private static SegmentJournal opened(Path directory, JournalConfiguration configuration, InstantSource time,
      RandomGenerator random, Disk disk, Duration retryAfter, Ownership ownership) throws IOException {
    Damage damage = new Damage();
    List<EpochLog> earlier = new Recovery(disk, directory, damage).logs();
    long opening = earlier.isEmpty() ? 1 : earlier.getLast().opening() + 1;
    Epoch epoch = new Epoch(random.nextLong(), random.nextLong());
    EpochLog current = new EpochLog(opening, epoch, List.of(), new EpochReader(disk, epoch, damage));
    Shelf shelf = new Shelf(disk, earlier, current);
    SegmentWriter writer = new SegmentWriter(disk, directory, time, shelf, configuration);
    return new SegmentJournal(configuration, time, ownership, damage, shelf, writer, disk, directory, retryAfter);
  }

  @Override
  public CompletableFuture<VisitId> append(VisitFacts facts) {
    lock.lock();
    try {
      if (closed) {
        return refuse(new VisitJournalUnavailable("the journal is closed"));
      }
      VisitId id = new VisitId(log.epoch(), log.end());
      writer.append(facts);
      failure = "";
      announce(id.sequence());
      return configuration.isWaiting() ? waitFor(id) : CompletableFuture.completedFuture(id);
    } catch (IOException e) {
      return refuse(failed(e));
    } finally {
      lock.unlock();
    }
  }

  private void announce(long sequence) {
    sync.wake();
    if (sequence >= awaited) {
      awaited = Long.MAX_VALUE;
      grown.signalAll();
    }
  }

  private CompletableFuture<VisitId> waitFor(VisitId id) {
    return sync.failure().isEmpty() ? sync.waiters().add(id) : refuse(new VisitJournalUnavailable(sync.failure()));
  }

  private VisitJournalUnavailable failed(IOException why) {
    if (failure.isEmpty()) {
      LOG.error("The journal refuses visits", why);
    }
    failure = "visits are refused: " + why.getMessage();
    return new VisitJournalUnavailable(failure, why);
  }

  private CompletableFuture<VisitId> refuse(VisitJournalUnavailable why) {
    refused++;
    return CompletableFuture.failedFuture(why);
  }

  @Override
  public boolean isWaiting() {
    return configuration.isWaiting();
  }

  @Override
  public List<JournalEpoch> epochs() {
    lock.lock();
    try {
      return shelf.epochs();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Visit> read(Epoch epoch, long from, int most) {
    EpochLog wanted = openLog(epoch);
    if (wanted == null) {
      return List.of();
    }
    try {
      return wanted.read(from, most);
    } catch (IOException e) {
      throw new VisitJournalUnavailable("epoch " + epoch + " cannot be read: " + e.getMessage(), e);
    }
  }

  private @Nullable EpochLog openLog(Epoch epoch) {
    lock.lock();
    try {
      if (closed) {
        throw new VisitJournalUnavailable("the journal is closed");
      }
      return shelf.log(epoch);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean await(long sequence, Duration time) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.convert(time);
    lock.lockInterruptibly();
    try {
      while (log.end() <= sequence) {
        if (closed || left <= 0) {
          return false;
        }
        awaited = Math.min(awaited, sequence);
        left = grown.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void release(Epoch epoch, long below) {
    EpochLog done = released(epoch, below);
    if (done != null) {
      rest(done);
    }
    tidy();
  }

  /** The log of an earlier epoch when that is released as a whole. */
  private @Nullable EpochLog released(Epoch epoch, long below) {
    lock.lock();
    try {
      EpochLog released = shelf.log(epoch);
      if (released == null) {
        return null;
      }
      released.release(below);
      return released != log && released.isReleased() ? released : null;
    } finally {
      lock.unlock();
    }
  }

  private static void rest(EpochLog done) {
    try {
      done.rest();
    } catch (IOException e) {
      LOG.warn("A file of epoch {} could not be closed", done.epoch(), e);
    }
  }

  /** Deletes what is released and older than the retention, or in the way of the next segment. */
  private void tidy() {
    List<Segment> gone;
    lock.lock();
    try {
      gone = shelf.takeDown(time.instant().minus(configuration.retention()),
          configuration.mostBytes() - configuration.segmentSize());
    } finally {
      lock.unlock();
    }
    gone.forEach(shelf::delete);
  }

  @Override
  public JournalStatus status() {
    lock.lock();
    try {
      return new JournalStatus(log.end(), refused + sync.refused(), damage.visits(), shelf.bytes(),
          failure.isEmpty() ? sync.failure() : failure);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    if (!endAppends()) {
      return;
    }
    sync.close();
    lock.lock();
    try {
      shelf.close();
      ownership.close();
    } catch (IOException e) {
      LOG.warn("The journal's lock could not be given back", e);
    } finally {
      lock.unlock();
    }
  }

  private boolean endAppends() {
    lock.lock();
    try {
      boolean first = !closed;
      closed = true;
      writer.closeSegment();
      grown.signalAll();
      return first;
    } finally {
      lock.unlock();
    }
  }
}
