package dev.hexlink.application.spi;

import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitCounts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The store of visits and their counts. Every visit is settled exactly once, however often, in whatever batches and by however many workers it is
 * delivered. Every method throws {@link VisitsUnavailable} if the store did not answer.
 */
public interface Visits {
  /**
   * Settles a batch in one transaction: each visit that was not settled before is stored, with counters and rollups moved by the rows really
   * inserted; or quarantined with a reason when its link is not known; or only settled when its link was purged after it, or its day is no longer
   * kept.
   *
   * @throws VisitsUnavailable if the store did not answer; the batch may or may not be settled, and settling it again is safe
   * @throws UnstorableVisit if the store answered that it cannot hold a visit of the batch; nothing is settled
   */
  Settlement settle(List<ClassifiedVisit> batch);

  /**
   * Settles a visit by putting it aside with a reason, in a form that the store can hold; or only settles it, as {@link #settle} does, when its link
   * was purged after it, or its day is no longer kept. One that was settled before is left as it is. Counters are not moved.
   *
   * @param reason why, in a few words of letters, digits and {@code -}, at most 64
   */
  Settlement quarantine(ClassifiedVisit visit, String reason);

  /** The settled sequences of an epoch as ranges that neither touch nor overlap, ascending. */
  List<SequenceRange> settled(Epoch epoch);

  /** The counts of links; a link without visits may be left out. */
  Map<LinkId, VisitCounts> counts(Collection<LinkId> links);

  /** The counts of a link in each quarter of an hour that has any, ascending, from the one that holds {@code from} up to {@code to}, exclusive. */
  List<Rollup> rollups(LinkId link, Instant from, Instant to);

  /** The counts of a link from {@code from} to {@code to}, exclusive, by the values of a trait, highest total first. */
  List<Group> groups(LinkId link, Instant from, Instant to, Trait by, boolean withoutBots);

  /** How many different visitors followed a link from {@code from} to {@code to}, exclusive; those who are not told apart count none. */
  long uniqueVisitors(LinkId link, Instant from, Instant to, boolean withoutBots);

  /** The visits of a link that a query asks for, newest first. */
  VisitPage list(VisitQuery query);

  /** Forgets the visits of a link from before a moment, their counts included, for good: a replay does not bring them back. */
  void purge(LinkId link, Instant before);

  /**
   * Drops the visits of days before {@code day} (UTC midnight); counts and rollups stay. Later deliveries from such days are settled without being
   * stored.
   */
  void dropBefore(Instant day);

  /** What came of a batch: how many visits were stored now, were settled before, were quarantined, and were settled without being stored. */
  record Settlement(int stored, int repeated, int quarantined, int forgotten) {
    /** What came of this batch and another together. */
    public Settlement plus(Settlement other) {
      return new Settlement(stored + other.stored, repeated + other.repeated, quarantined + other.quarantined,
          forgotten + other.forgotten);
    }
  }

  /** The counts of the quarter of an hour that begins at {@code start}. */
  record Rollup(Instant start, VisitCounts counts) {}

  /** The counts of the visits that have one value of a trait. */
  record Group(String value, VisitCounts counts) {}
}
