package dev.hexlink.application.count;

import dev.hexlink.application.api.RecordVisits;
import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.application.spi.UnstorableVisit;
import dev.hexlink.application.spi.UserAgents;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.Visits.Settlement;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The worker's job: settles batches of visits with what their user agents tell. */
public final class VisitRecording implements RecordVisits {
  private static final String UNSTORABLE = "unstorable";

  private final Visits visits;
  private final UserAgents userAgents;
  private final LiveCounters live;
  private final LongAdder stored = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder quarantined = new LongAdder();

  public VisitRecording(Visits visits, UserAgents userAgents, LiveCounters live) {
    this.visits = visits;
    this.userAgents = userAgents;
    this.live = live;
  }

  @Override
  public void record(List<Visit> batch) {
    Settlement settlement = settle(batch.stream().map(this::classified).toList());
    if (settlement.repeated() < batch.size()) {
      // Which ones are repetitions is not told. A count that is too low for a while mends itself, one that is too high would stay.
      live.add(noLongerLive(batch));
    }
  }

  /** How many visits were stored. */
  public long stored() {
    return stored.sum();
  }

  /** How many deliveries were of visits settled before. */
  public long repeated() {
    return repeated.sum();
  }

  /** How many visits were put aside with a reason. */
  public long quarantined() {
    return quarantined.sum();
  }

  /** A visit that the store cannot hold is looked for by halves and put aside, so that it takes none of the others along. */
  private Settlement settle(List<ClassifiedVisit> batch) {
    try {
      return counted(visits.settle(batch));
    } catch (UnstorableVisit e) {
      return batch.size() == 1 ? counted(visits.quarantine(batch.getFirst(), UNSTORABLE)) : settleHalves(batch);
    }
  }

  private Settlement settleHalves(List<ClassifiedVisit> batch) {
    int half = batch.size() / 2;
    return settle(batch.subList(0, half)).plus(settle(batch.subList(half, batch.size())));
  }

  private Settlement counted(Settlement settlement) {
    stored.add(settlement.stored());
    repeated.add(settlement.repeated());
    quarantined.add(settlement.quarantined());
    return settlement;
  }

  private ClassifiedVisit classified(Visit visit) {
    return new ClassifiedVisit(visit, traitsOf(visit.facts().userAgent()));
  }

  /** Whatever a stranger sends as a user agent must not keep the other visits of the batch from being counted. */
  private Traits traitsOf(String userAgent) {
    try {
      return userAgents.traitsOf(userAgent);
    } catch (RuntimeException | StackOverflowError e) {
      return Traits.UNKNOWN;
    }
  }

  private static Map<LinkKey, Long> noLongerLive(List<Visit> batch) {
    Map<LinkKey, Long> changes = new HashMap<>();
    batch.forEach(visit -> changes.merge(visit.facts().key(), -1L, Long::sum));
    return changes;
  }
}
