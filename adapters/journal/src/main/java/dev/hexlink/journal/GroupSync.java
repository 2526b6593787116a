package dev.hexlink.journal;

import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.journal.SegmentWriter.Unsynced;
import dev.hexlink.journal.Waiters.Waiter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Brings what was appended to the disk, one sync for many visits, on a thread of its own that nobody interrupts. A segment whose sync fails is
 * sealed and replaced by a synced copy of itself; until that has worked, those who wait are told so.
 */
final class GroupSync {
  private static final Logger LOG = LoggerFactory.getLogger(GroupSync.class);
  private static final Duration CHORES_EVERY = Duration.ofSeconds(1);
  private final ReentrantLock lock;
  private final Condition wake;
  private final Disk disk;
  private final Path directory;
  private final SegmentWriter writer;
  private final Waiters waiters = new Waiters();
  private final Duration gathering;
  private final Duration retryAfter;
  private final Thread thread;
  private boolean woken;
  private boolean closing;
  private String failure = "";
  private long refused;

  /**
   * @param gathering how long visits gather before a sync; zero when someone waits for it
   * @param retryAfter how long to leave a failing disk alone
   * @param chores called every second
   */
  GroupSync(ReentrantLock lock, Disk disk, Path directory, SegmentWriter writer, Duration gathering,
      Duration retryAfter, Runnable chores) {
    this.lock = lock;
    this.wake = lock.newCondition();
    this.disk = disk;
    this.directory = directory;
    this.writer = writer;
    this.gathering = gathering;
    this.retryAfter = retryAfter;
    this.thread = Thread.ofPlatform().daemon().name("hexlink-journal-sync").unstarted(() -> run(chores));
  }

  void start() {
    thread.start();
  }

  /** There is something to sync. Called under the lock. */
  void wake() {
    if (!woken) {
      woken = true;
      wake.signal();
    }
  }

  /** Those who wait for a sync. Used under the lock. */
  Waiters waiters() {
    return waiters;
  }

  /** Why the last sync failed; empty when it went well. Called under the lock. */
  String failure() {
    return failure;
  }

  /** How many of those who waited were told that the disk did not confirm their visits. Called under the lock. */
  long refused() {
    return refused;
  }

  /** Syncs once more and ends. */
  void close() {
    lock.lock();
    try {
      closing = true;
      wake.signal();
    } finally {
      lock.unlock();
    }
    joinUninterruptibly();
  }

  private void joinUninterruptibly() {
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

  private void run(Runnable chores) {
    long choresAt = System.nanoTime();
    for (boolean last = false; !last;) {
      last = pause();
      sync(last);
      if (System.nanoTime() - choresAt >= 0) {
        chores.run();
        choresAt = System.nanoTime() + CHORES_EVERY.toNanos();
      }
    }
  }

  /**
   * Waits until there is something to sync and more had time to gather, or chores are due.
   *
   * @return whether the journal is being closed
   */
  private boolean pause() {
    lock.lock();
    try {
      if (!writer.hasUnsynced()) {
        waitFor(CHORES_EVERY, true);
      }
      if (writer.hasUnsynced()) {
        waitFor(failure.isEmpty() ? gathering : retryAfter, false);
      }
      return closing;
    } finally {
      lock.unlock();
    }
  }

  private void waitFor(Duration time, boolean orWork) {
    long left = time.toNanos();
    while (left > 0 && !closing && !(orWork && writer.hasUnsynced())) {
      try {
        left = wake.awaitNanos(left);
      } catch (InterruptedException e) {
        LOG.debug("Nobody has a reason to interrupt the journal", e);
      }
    }
  }

  private void sync(boolean last) {
    Unsynced taken = take();
    try {
      for (Segment segment : taken.segments()) {
        sync(segment);
      }
      if (taken.newNames()) {
        disk.syncNames(directory);
      }
      finish(taken, last);
    } catch (IOException | RuntimeException | Error e) {
      fail(taken, last, e);
    }
  }

  private Unsynced take() {
    lock.lock();
    try {
      woken = false;
      return writer.takeUnsynced();
    } finally {
      lock.unlock();
    }
  }

  private void sync(Segment segment) throws IOException {
    SegmentFile file = fileOf(segment);
    if (file == null) {
      return;
    }
    if (!segment.isSealed()) {
      try {
        file.sync();
        giveBackIfClosed(segment);
        return;
      } catch (IOException e) {
        seal(segment, e);
      }
    }
    replace(segment);
  }

  /** The file to sync; null when there is none any more, as the segment was released and deleted. */
  private @Nullable SegmentFile fileOf(Segment segment) {
    lock.lock();
    try {
      return segment.writer();
    } finally {
      lock.unlock();
    }
  }

  private void giveBackIfClosed(Segment segment) {
    lock.lock();
    try {
      if (!segment.isOpen() && !writer.isUnsynced(segment)) {
        segment.giveBack();
      }
    } finally {
      lock.unlock();
    }
  }

  private void seal(Segment segment, IOException why) {
    LOG.warn("The disk did not confirm the journal's segment {}; it is sealed and copied", segment.name(), why);
    lock.lock();
    try {
      writer.seal(segment);
    } finally {
      lock.unlock();
    }
  }

  private void replace(Segment segment) throws IOException {
    if (fileOf(segment) == null) {
      return;
    }
    SealedSegment sealed = new SealedSegment(disk, segment);
    sealed.write();
    boolean whole = sealed.isWhole();
    lock.lock();
    try {
      if (segment.writer() == null) {
        disk.delete(sealed.copy());
        return;
      }
      disk.replace(segment.path(), sealed.copy());
      segment.giveBack();
    } finally {
      lock.unlock();
    }
    disk.syncNames(directory);
    if (!whole) {
      throw new IOException("the disk has lost visits of " + segment.name() + " that were written");
    }
  }

  private void finish(Unsynced taken, boolean last) {
    List<Waiter> confirmed;
    lock.lock();
    try {
      failure = "";
      confirmed = waiters.takeBelow(taken.end());
    } finally {
      lock.unlock();
    }
    answer(confirmed, Waiter::confirm, last);
  }

  private void fail(Unsynced taken, boolean last, Throwable why) {
    List<Waiter> failed;
    VisitJournalUnavailable unavailable = new VisitJournalUnavailable(
        "the disk does not confirm visits: " + why.getMessage(), why);
    boolean first;
    lock.lock();
    try {
      first = failure.isEmpty();
      failure = String.valueOf(unavailable.getMessage());
      writer.putBack(taken);
      failed = waiters.takeBelow(Long.MAX_VALUE);
      refused += failed.size();
    } finally {
      lock.unlock();
    }
    LOG.atLevel(first ? Level.ERROR : Level.DEBUG).setCause(why).log("Visits could not be brought to the disk");
    answer(failed, waiter -> waiter.fail(unavailable), last);
  }

  /** Answers on another thread, as what is done with an answer may take long; but not after the journal is closed. */
  private static void answer(List<Waiter> waiters, Consumer<Waiter> answer, boolean here) {
    if (here) {
      waiters.forEach(answer);
    } else if (!waiters.isEmpty()) {
      Thread.startVirtualThread(() -> waiters.forEach(answer));
    }
  }
}
