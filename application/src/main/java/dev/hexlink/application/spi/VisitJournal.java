package dev.hexlink.application.spi;

import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The local, durable, append-only record of visits. Never waits for the network. Every opening begins a new epoch; epochs of earlier openings
 * are kept until they are settled.
 */
public interface VisitJournal extends AutoCloseable {
  /**
   * Appends a visit under the next sequence of the current epoch. Once the future is complete, a kill of this process does not lose the visit; in
   * the waiting mode it completes after the visit is on the disk, otherwise before the method returns.
   *
   * @return completes with the visit's id, or with {@link VisitJournalUnavailable} if the visit was not recorded (and is counted as refused)
   */
  CompletableFuture<VisitId> append(VisitFacts facts);

  /** Whether {@link #append} completes only after the disk has it. */
  boolean isWaiting();

  /** The epochs that hold visits not yet released, oldest first; the current one is last. */
  List<JournalEpoch> epochs();

  /**
   * Reads appended visits of an epoch in the order of their sequences.
   *
   * @param from the first sequence to read
   * @param most how many at most
   * @return empty when there is none from there on; may begin after {@code from} if records were damaged
   * @throws VisitJournalUnavailable if the file cannot be read
   */
  List<Visit> read(Epoch epoch, long from, int most);

  /** Waits until the current epoch holds the sequence, or the time is over; true when it does. */
  boolean await(long sequence, Duration time) throws InterruptedException;

  /** Says that every visit of an epoch below a sequence is settled; what is settled may be deleted when its retention is over. */
  void release(Epoch epoch, long below);

  /** What the journal has done since it was opened, and what it holds. */
  JournalStatus status();

  /** Writes everything to the disk and gives the files back. */
  @Override
  void close();

  /**
   * An epoch in the journal: sequences {@code [first, end)}.
   *
   * @param released every sequence below it was released
   */
  record JournalEpoch(Epoch epoch, long first, long released, long end, boolean current) {}

  /**
   * What the journal has done, and what it holds.
   *
   * @param appended visits appended since the journal was opened
   * @param refused visits that were not recorded since then
   * @param damaged records found unreadable since then
   * @param bytes what the segments occupy
   * @param failing why the last append or write failed; empty when it went well
   */
  record JournalStatus(long appended, long refused, long damaged, long bytes, String failing) {}
}
