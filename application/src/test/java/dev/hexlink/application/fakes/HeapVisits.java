package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.UnstorableVisit;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Visits in the heap, each settled once. What user agents it cannot hold can be set. */
public final class HeapVisits implements Visits {
  private static final long QUARTER = 900;
  public final Outage outage = new Outage(() -> new VisitsUnavailable("switched off", new Exception("outage")));
  public @Nullable Instant droppedBefore;
  public Predicate<String> unstorable = _ -> false;
  /** How many batches came to be settled. */
  public int batches;
  private final TreeMap<VisitId, ClassifiedVisit> stored = new TreeMap<>();
  private final TreeMap<VisitId, String> quarantined = new TreeMap<>();

  /** Every stored visit, by id. */
  public synchronized Map<VisitId, ClassifiedVisit> stored() {
    return new HashMap<>(stored);
  }

  /** The reason for which each visit was put aside, by id. */
  public synchronized Map<VisitId, String> quarantined() {
    return new HashMap<>(quarantined);
  }

  @Override
  public synchronized Settlement settle(List<ClassifiedVisit> batch) {
    outage.check();
    batches++;
    if (batch.stream().anyMatch(visit -> unstorable.test(visit.visit().facts().userAgent()))) {
      throw new UnstorableVisit("no such characters", new Exception("text"));
    }
    int before = stored.size();
    batch.stream().filter(visit -> !quarantined.containsKey(visit.visit().id()))
        .forEach(visit -> stored.putIfAbsent(visit.visit().id(), visit));
    int fresh = stored.size() - before;
    return new Settlement(fresh, batch.size() - fresh, 0, 0);
  }

  @Override
  public synchronized Settlement quarantine(ClassifiedVisit visit, String reason) {
    outage.check();
    VisitId id = visit.visit().id();
    boolean fresh = !stored.containsKey(id) && quarantined.putIfAbsent(id, reason) == null;
    return fresh ? new Settlement(0, 0, 1, 0) : new Settlement(0, 1, 0, 0);
  }

  @Override
  public synchronized List<SequenceRange> settled(Epoch epoch) {
    outage.check();
    List<SequenceRange> ranges = new ArrayList<>();
    TreeSet<VisitId> settled = new TreeSet<>(stored.keySet());
    settled.addAll(quarantined.keySet());
    for (VisitId id : settled) {
      if (id.epoch().equals(epoch)) {
        SequenceRange last = ranges.isEmpty() ? null : ranges.getLast();
        if (last != null && last.end() == id.sequence()) {
          ranges.set(ranges.size() - 1, new SequenceRange(last.start(), id.sequence() + 1));
        } else {
          ranges.add(new SequenceRange(id.sequence(), id.sequence() + 1));
        }
      }
    }
    return ranges;
  }

  @Override
  public synchronized Map<LinkId, VisitCounts> counts(Collection<LinkId> links) {
    outage.check();
    return stored.values().stream().filter(visit -> links.contains(visit.visit().facts().link()))
        .collect(Collectors.toMap(visit -> visit.visit().facts().link(), HeapVisits::one, VisitCounts::plus));
  }

  @Override
  public synchronized List<Rollup> rollups(LinkId link, Instant from, Instant to) {
    outage.check();
    TreeMap<Instant, VisitCounts> quarters = new TreeMap<>();
    of(link).forEach(visit -> quarters.merge(quarterOf(visit.visit().facts().at()), one(visit), VisitCounts::plus));
    return quarters.subMap(quarterOf(from), to).entrySet().stream().map(e -> new Rollup(e.getKey(), e.getValue()))
        .toList();
  }

  @Override
  public synchronized List<Group> groups(LinkId link, Instant from, Instant to, Trait by, boolean withoutBots) {
    outage.check();
    Map<String, VisitCounts> groups = new HashMap<>();
    within(link, from, to, withoutBots)
        .forEach(visit -> groups.merge(visit.traits().browser(), one(visit), VisitCounts::plus));
    return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  @Override
  public synchronized long uniqueVisitors(LinkId link, Instant from, Instant to, boolean withoutBots) {
    outage.check();
    return within(link, from, to, withoutBots).stream().map(visit -> visit.visit().facts().visitor()).distinct()
        .count();
  }

  @Override
  public synchronized VisitPage list(VisitQuery query) {
    outage.check();
    return new VisitPage(within(query.link(), query.from(), query.to(), query.withoutBots()), false);
  }

  @Override
  public synchronized void purge(LinkId link, Instant before) {
    stored.values().removeIf(visit -> visit.visit().facts().link().equals(link)
        && visit.visit().facts().at().isBefore(before));
  }

  @Override
  public synchronized void dropBefore(Instant day) {
    outage.check();
    droppedBefore = day;
  }

  private List<ClassifiedVisit> of(LinkId link) {
    return stored.values().stream().filter(visit -> visit.visit().facts().link().equals(link)).toList();
  }

  private List<ClassifiedVisit> within(LinkId link, Instant from, Instant to, boolean withoutBots) {
    return of(link).stream().filter(visit -> !visit.visit().facts().at().isBefore(from))
        .filter(visit -> visit.visit().facts().at().isBefore(to))
        .filter(visit -> !withoutBots || !visit.isAutomated()).toList();
  }

  private static VisitCounts one(ClassifiedVisit visit) {
    return new VisitCounts(1, visit.isAutomated() ? 1 : 0);
  }

  private static Instant quarterOf(Instant at) {
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), QUARTER) * QUARTER);
  }
}
