package dev.hexlink.contracts;

import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.VisitQuery.VisitCursor;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Visits on the heap, under one lock. */
class HeapVisits implements Visits {
  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
  private static final Pattern REFERRING_HOST = Pattern.compile("https?://([^/?#:]+)[^/]*(/.*)?",
      Pattern.CASE_INSENSITIVE);
  private static final Comparator<ClassifiedVisit> NEWEST_FIRST = Comparator
      .comparing((ClassifiedVisit visit) -> at(visit)).thenComparing(visit -> visit.visit().id()).reversed();

  final Alone alone = new Alone();
  private final Predicate<LinkId> known;
  final Set<VisitId> settled = new ConcurrentSkipListSet<>();
  final Map<VisitId, ClassifiedVisit> rows = new ConcurrentHashMap<>();
  final Map<VisitId, Aside> quarantined = new ConcurrentHashMap<>();
  final Map<LinkId, Map<Instant, VisitCounts>> rollups = new ConcurrentHashMap<>();
  final Map<LinkId, Instant> purged = new ConcurrentHashMap<>();
  Instant keptFrom = Instant.MIN;

  HeapVisits(HeapLinks links) {
    this.known = links.links::containsKey;
  }

  record Aside(ClassifiedVisit visit, String reason) {}

  enum Fate {
    STORED, REPEATED, QUARANTINED, FORGOTTEN
  }

  @Override
  public Settlement settle(List<ClassifiedVisit> batch) {
    return alone.get(() -> settleAll(batch));
  }

  Settlement settleAll(List<ClassifiedVisit> batch) {
    Map<Fate, Integer> fates = new HashMap<>();
    batch.forEach(visit -> fates.merge(settleOne(visit), 1, Integer::sum));
    return settlementOf(fates);
  }

  @Override
  public Settlement quarantine(ClassifiedVisit visit, String reason) {
    return alone.get(() -> settlementOf(Map.of(putAside(visit, reason), 1)));
  }

  Fate putAside(ClassifiedVisit visit, String reason) {
    if (!settled.add(visit.visit().id())) {
      return Fate.REPEATED;
    }
    if (isForgotten(visit)) {
      return Fate.FORGOTTEN;
    }
    quarantined.put(visit.visit().id(), new Aside(visit, reason));
    return Fate.QUARANTINED;
  }

  static Settlement settlementOf(Map<Fate, Integer> fates) {
    return new Settlement(fates.getOrDefault(Fate.STORED, 0), fates.getOrDefault(Fate.REPEATED, 0),
        fates.getOrDefault(Fate.QUARANTINED, 0), fates.getOrDefault(Fate.FORGOTTEN, 0));
  }

  Fate settleOne(ClassifiedVisit visit) {
    if (!known.test(visit.visit().facts().link())) {
      return putAside(visit, "unknown-link");
    }
    if (!settled.add(visit.visit().id())) {
      return Fate.REPEATED;
    }
    if (isForgotten(visit)) {
      return Fate.FORGOTTEN;
    }
    store(visit);
    return Fate.STORED;
  }

  boolean isForgotten(ClassifiedVisit visit) {
    Instant at = at(visit);
    return at.isBefore(keptFrom) || at.isBefore(purged.getOrDefault(visit.visit().facts().link(), Instant.MIN));
  }

  void store(ClassifiedVisit visit) {
    rows.put(visit.visit().id(), visit);
    count(visit, 1);
  }

  void count(ClassifiedVisit visit, int sign) {
    VisitCounts change = new VisitCounts(sign, visit.isAutomated() ? sign : 0);
    rollups.computeIfAbsent(visit.visit().facts().link(), _ -> new ConcurrentHashMap<>()).merge(quarter(at(visit)),
        change,
        VisitCounts::plus);
  }

  void put(LinkId link, Instant quarter, VisitCounts counts) {
    rollups.computeIfAbsent(link, _ -> new ConcurrentHashMap<>()).put(quarter, counts);
  }

  boolean isSettled(ClassifiedVisit visit) {
    return settled.contains(visit.visit().id());
  }

  @Override
  public List<SequenceRange> settled(Epoch epoch) {
    List<SequenceRange> ranges = new ArrayList<>();
    settled.stream().filter(id -> id.epoch().equals(epoch)).mapToLong(VisitId::sequence).sorted()
        .forEach(sequence -> append(ranges, sequence));
    return ranges;
  }

  void append(List<SequenceRange> ranges, long sequence) {
    if (!ranges.isEmpty() && ranges.getLast().end() == sequence) {
      ranges.add(new SequenceRange(ranges.removeLast().start(), sequence + 1));
    } else {
      ranges.add(new SequenceRange(sequence, sequence + 1));
    }
  }

  @Override
  public Map<LinkId, VisitCounts> counts(Collection<LinkId> links) {
    return alone.get(() -> links.stream().filter(rollups::containsKey)
        .collect(Collectors.toMap(link -> link,
            link -> rollups(link).values().stream().reduce(VisitCounts.NONE, VisitCounts::plus))));
  }

  @Override
  public List<Rollup> rollups(LinkId link, Instant from, Instant to) {
    return alone.get(() -> new TreeMap<>(rollups(link)).subMap(firstQuarter(from), to).entrySet().stream()
        .filter(entry -> entry.getValue().total() > 0).map(entry -> new Rollup(entry.getKey(), entry.getValue()))
        .toList());
  }

  private Map<Instant, VisitCounts> rollups(LinkId link) {
    return rollups.getOrDefault(link, Map.of());
  }

  Instant firstQuarter(Instant from) {
    return quarter(from);
  }

  @Override
  public List<Group> groups(LinkId link, Instant from, Instant to, Trait by, boolean withoutBots) {
    Map<String, VisitCounts> groups = new HashMap<>();
    visits(link, from, to, withoutBots)
        .forEach(
            visit -> groups.merge(value(visit, by), VisitsReadingCases.countsOf(List.of(visit)), VisitCounts::plus));
    return groups.entrySet().stream().map(entry -> new Group(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong((Group group) -> group.counts().total()).reversed()).toList();
  }

  String value(ClassifiedVisit visit, Trait trait) {
    return switch (trait) {
      case REFERRER -> referringHost(visit.visit().facts().referrer());
      case BROWSER -> visit.traits().browser();
      case OPERATING_SYSTEM -> visit.traits().operatingSystem();
      case DEVICE -> visit.traits().device().name().toLowerCase(Locale.ROOT);
      case BOT -> Boolean.toString(visit.isAutomated());
    };
  }

  private static String referringHost(String referrer) {
    Matcher url = REFERRING_HOST.matcher(referrer);
    return url.matches() ? url.group(1).toLowerCase(Locale.ROOT) : "";
  }

  @Override
  public long uniqueVisitors(LinkId link, Instant from, Instant to, boolean withoutBots) {
    return visits(link, from, to, withoutBots).map(visit -> visit.visit().facts()).mapToLong(VisitFacts::visitor)
        .filter(visitor -> visitor != 0).distinct().count();
  }

  @Override
  public VisitPage list(VisitQuery query) {
    List<ClassifiedVisit> rest = visits(query.link(), query.from(), query.to(), query.withoutBots())
        .sorted(NEWEST_FIRST)
        .filter(visit -> follows(visit, query.after())).toList();
    return new VisitPage(rest.subList(0, Math.min(query.limit(), rest.size())), rest.size() > query.limit());
  }

  boolean follows(ClassifiedVisit visit, @Nullable VisitCursor cursor) {
    if (cursor == null) {
      return true;
    }
    int order = at(visit).compareTo(cursor.at());
    return order < 0 || (order == 0 && visit.visit().id().compareTo(cursor.id()) < 0);
  }

  Stream<ClassifiedVisit> visits(LinkId link, Instant from, Instant to, boolean withoutBots) {
    return rows.values().stream().filter(visit -> visit.visit().facts().link().equals(link))
        .filter(visit -> !at(visit).isBefore(from) && at(visit).isBefore(to))
        .filter(visit -> !(withoutBots && visit.isAutomated()));
  }

  @Override
  public void purge(LinkId link, Instant before) {
    alone.run(() -> {
      purged.merge(link, before, (one, other) -> one.isAfter(other) ? one : other);
      visits(link, Instant.MIN, before, false).toList().forEach(this::forget);
    });
  }

  void forget(ClassifiedVisit visit) {
    rows.remove(visit.visit().id());
    count(visit, -1);
  }

  @Override
  public void dropBefore(Instant day) {
    alone.run(() -> {
      keptFrom = day.isAfter(keptFrom) ? day : keptFrom;
      rows.values().removeIf(visit -> at(visit).isBefore(day));
    });
  }

  static Instant quarter(Instant at) {
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), QUARTER) * QUARTER);
  }

  static Instant at(ClassifiedVisit visit) {
    return visit.visit().facts().at();
  }
}
