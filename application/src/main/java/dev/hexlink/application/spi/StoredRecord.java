package dev.hexlink.application.spi;

import dev.hexlink.application.spi.ApiKeys.ApiKey;
import dev.hexlink.application.spi.Installation.InstallationFacts;
import dev.hexlink.application.spi.Installation.VisitorSalt;
import dev.hexlink.application.spi.WorkerNumbers.Loan;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitCounts;
import java.time.Instant;
import java.time.LocalDate;

/** One thing a store holds, in no store's own form. */
public sealed interface StoredRecord {
  /** What was fixed at the first start. */
  record Facts(InstallationFacts facts) implements StoredRecord {}

  /** A host with its row. */
  record KnownHost(Host host) implements StoredRecord {}

  /** A stack with its index. */
  record KnownStack(Stack stack) implements StoredRecord {}

  /** A link, retired or not. */
  record StoredLink(Link link) implements StoredRecord {}

  /** A pinned link; in the order they were pinned. */
  record Pin(LinkId link) implements StoredRecord {}

  /** The memory of a request, as {@link IdempotencyMark}, with the link that came of it; when the request came is not remembered. */
  record Mark(String scope, String key, String fingerprint, Instant forgottenAt, LinkId link) implements StoredRecord {}

  /** The count a stack's next lease begins at. */
  record NextCount(Stack stack, long count) implements StoredRecord {}

  /** The highest counter value a link of a stack was inserted with. */
  record HighestValue(Stack stack, long value) implements StoredRecord {}

  /** A worker number on loan, or once lent. */
  record LentNumber(String holder, Loan loan) implements StoredRecord {}

  /** An API key. */
  record StoredKey(ApiKey key) implements StoredRecord {}

  /** The secret that tells visitors apart on a day. */
  record DaySalt(LocalDate day, VisitorSalt salt) implements StoredRecord {}

  /** How much was taken out of a link's visit budget. */
  record Taken(LinkId link, long units) implements StoredRecord {}

  /** A visit as it was stored. */
  record StoredVisit(ClassifiedVisit visit) implements StoredRecord {}

  /** A visit that was put aside, with its reason. */
  record Quarantined(ClassifiedVisit visit, String reason) implements StoredRecord {}

  /** Sequences of an epoch that are settled. */
  record Settled(Epoch epoch, SequenceRange range) implements StoredRecord {}

  /** The counts of a link. */
  record Counted(LinkId link, VisitCounts counts) implements StoredRecord {}

  /** The counts of a link in the quarter of an hour that begins at {@code start}. */
  record CountedQuarter(LinkId link, Instant start, VisitCounts counts) implements StoredRecord {}

  /** A link's visits from before a moment were forgotten for good. */
  record Purged(LinkId link, Instant before) implements StoredRecord {}

  /** Visits of days before this one are no longer kept. */
  record FirstDay(LocalDate day) implements StoredRecord {}
}
