package dev.hexlink.journal;

import dev.hexlink.application.spi.VisitJournal.JournalEpoch;
import dev.hexlink.domain.visit.Epoch;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All segments of the journal, and what they occupy. Used under the journal's lock. */
final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private final Disk disk;
  private final Map<Epoch, EpochLog> logs = new LinkedHashMap<>();
  private final EpochLog current;
  private long bytes;

  /**
   * @param earlier the logs of earlier openings, oldest first
   */
  Shelf(Disk disk, List<EpochLog> earlier, EpochLog current) {
    this.disk = disk;
    this.current = current;
    earlier.forEach(log -> logs.put(log.epoch(), log));
    logs.put(current.epoch(), current);
    bytes = earlier.stream().flatMap(log -> log.segments().stream()).mapToLong(Segment::length).sum();
  }

  EpochLog current() {
    return current;
  }

  @Nullable
  EpochLog log(Epoch epoch) {
    return logs.get(epoch);
  }

  long bytes() {
    return bytes;
  }

  void occupy(long more) {
    bytes += more;
  }

  List<JournalEpoch> epochs() {
    return logs.values().stream().filter(log -> log == current || !log.isReleased())
        .map(log -> log.describe(log == current)).toList();
  }

  /** Takes the oldest released segment down, if there is one, whatever its retention: a new visit is worth more than a settled one. */
  boolean makeRoom() {
    for (EpochLog log : logs.values()) {
      List<Segment> released = log.releasedSegments();
      if (!released.isEmpty()) {
        Segment oldest = released.getFirst();
        takeDown(Set.of(oldest));
        delete(oldest);
        return true;
      }
    }
    return false;
  }

  /**
   * Takes down the released segments that were closed before a moment, and older ones first so many that all occupy at most so much. Their files are
   * still to be deleted.
   */
  List<Segment> takeDown(Instant closedBefore, long mostBytes) {
    List<Segment> gone = new ArrayList<>();
    long left = bytes;
    for (EpochLog log : logs.values()) {
      for (Segment segment : log.releasedSegments()) {
        if (left > mostBytes || segment.isClosedBefore(closedBefore)) {
          gone.add(segment);
          left -= segment.length();
        }
      }
    }
    takeDown(Set.copyOf(gone));
    return gone;
  }

  /** Takes down a segment without visits. */
  void takeDownEmpty(Segment segment) {
    takeDown(Set.of(segment));
    delete(segment);
  }

  private void takeDown(Set<Segment> gone) {
    if (gone.isEmpty()) {
      return;
    }
    gone.forEach(this::giveBack);
    logs.values().forEach(log -> log.removeIf(gone::contains));
    List<EpochLog> empty = logs.values().stream().filter(log -> log != current && log.segments().isEmpty()).toList();
    empty.forEach(log -> {
      logs.remove(log.epoch());
      close(log);
    });
  }

  private void giveBack(Segment segment) {
    bytes -= segment.length();
    segment.giveBack();
  }

  /** Deletes the file of a segment that was taken down; one that stays is found again, and released again, after the next opening. */
  void delete(Segment gone) {
    try {
      disk.delete(gone.path());
    } catch (IOException e) {
      LOG.warn("The journal's segment {} could not be deleted", gone.name(), e);
    }
  }

  void close() {
    logs.values().forEach(log -> {
      log.segments().forEach(Segment::giveBack);
      close(log);
    });
  }

  private static void close(EpochLog log) {
    try {
      log.close();
    } catch (IOException e) {
      LOG.warn("A file of epoch {} could not be closed", log.epoch(), e);
    }
  }
}
