package dev.hexlink.application.follow;

import dev.hexlink.application.api.Visitor;
import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.domain.link.Route;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/** Writes visits to the journal. A visit that the journal refuses is counted as dropped, and never fails the redirect. */
public final class VisitRecorder {
  private static final Logger LOG = System.getLogger(VisitRecorder.class.getName());

  private final VisitJournal journal;
  private final LiveCounters live;
  private final VisitorHash visitors;
  private final LongAdder recorded = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final Degradation dropping = new Degradation("visits_dropped", "Visits are not recorded, redirects go on",
      "Visits are recorded again");

  public VisitRecorder(VisitJournal journal, LiveCounters live, VisitorHash visitors) {
    this.journal = journal;
    this.live = live;
    this.visitors = visitors;
  }

  /** Whether {@link #record} completes only after the disk has the visit. */
  public boolean isWaiting() {
    return journal.isWaiting();
  }

  /** Records a visit; completes, never exceptionally, when the redirect may be answered. */
  public CompletableFuture<Void> record(Route route, Visitor visitor, Instant at) {
    countLive(() -> live.increment(route.key()));
    return append(facts(route, visitor, at)).handle((id, failure) -> {
      if (failure == null) {
        recorded.increment();
        dropping.end();
      } else {
        countLive(() -> live.add(Map.of(route.key(), -1L)));
        drop(failure);
      }
      return null;
    });
  }

  /** Records a visit that nobody waits for: the journal must not be in its waiting mode. */
  public void recordNow(Route route, Visitor visitor, Instant at) {
    if (!record(route, visitor, at).isDone()) {
      throw new IllegalStateException("a journal that waits for the disk needs callers that wait");
    }
  }

  /** Whether visits are dropped. */
  public Degradation dropping() {
    return dropping;
  }

  /** How many visits were recorded. */
  public long recorded() {
    return recorded.sum();
  }

  /** How many visits were answered and could not be recorded. */
  public long dropped() {
    return dropped.sum();
  }

  /** Counts before the journal has the visit: a worker that settled it first would find nothing to take away. */
  private static void countLive(Runnable change) {
    try {
      change.run();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "live counts are approximate: {0}", e.getMessage());
    }
  }

  private CompletableFuture<VisitId> append(VisitFacts facts) {
    try {
      return journal.append(facts);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void drop(Throwable failure) {
    dropped.increment();
    dropping.begin(String.valueOf(failure.getMessage()));
  }

  private VisitFacts facts(Route route, Visitor visitor, Instant at) {
    long hash = visitor.tellApart() ? visitors.of(visitor.address(), visitor.userAgent(), at) : 0;
    return new VisitFacts(route.id(), route.key(), at, Network.of(visitor.address()), hash, visitor.userAgent(),
        visitor.referrer(),
        visitor.prefetch());
  }
}
