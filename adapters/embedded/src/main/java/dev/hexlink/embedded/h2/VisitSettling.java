package dev.hexlink.embedded.h2;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.hexlink.application.spi.Visits.Settlement;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The settlement of one batch, or of one visit that is put aside. Runs inside the caller's transaction. */
record VisitSettling(Connection connection) {
  static final String UNKNOWN_LINK = "unknown-link";
  private static final Comparator<ClassifiedVisit> BY_ID = Comparator.comparing(visit -> visit.visit().id());
  private static final Sql PURGES = new Sql("select link, before from link_purges where link = any(?)");
  private static final Sql FIRST_DAY = new Sql("select first_day from visit_retention");

  Settlement settle(List<ClassifiedVisit> batch) throws SQLException {
    List<ClassifiedVisit> fresh = takeUnsettled(batch);
    if (fresh.isEmpty()) {
      return new Settlement(0, batch.size(), 0, 0);
    }
    Set<LinkId> links = fresh.stream().map(VisitSettling::linkOf).collect(toSet());
    Map<LinkId, Long> known = LinkNumbers.of(connection, links);
    List<ClassifiedVisit> kept = kept(fresh, links);
    List<ClassifiedVisit> welcome = kept.stream().filter(visit -> known.containsKey(linkOf(visit))).toList();
    List<ClassifiedVisit> strange = kept.stream().filter(visit -> !known.containsKey(linkOf(visit))).toList();
    int stored = store(welcome, known);
    VisitRow.QUARANTINE.forEach(connection, strange, visit -> VisitRow.toQuarantine(visit, UNKNOWN_LINK));
    int repeated = batch.size() - fresh.size() + welcome.size() - stored;
    return new Settlement(stored, repeated, strange.size(), fresh.size() - kept.size());
  }

  Settlement quarantine(ClassifiedVisit visit, String reason) throws SQLException {
    if (takeUnsettled(List.of(visit)).isEmpty()) {
      return new Settlement(0, 1, 0, 0);
    }
    List<ClassifiedVisit> kept = kept(List.of(visit), Set.of(linkOf(visit)));
    VisitRow.QUARANTINE.forEach(connection, kept, each -> VisitRow.toQuarantine(each, reason));
    return new Settlement(0, 0, kept.size(), 1 - kept.size());
  }

  /** Marks the batch as settled; those that were not, each once, in order. */
  private List<ClassifiedVisit> takeUnsettled(List<ClassifiedVisit> batch) throws SQLException {
    Map<Epoch, List<ClassifiedVisit>> byEpoch = batch.stream().sorted(BY_ID)
        .collect(groupingBy(visit -> visit.visit().id().epoch(), TreeMap::new, toList()));
    List<ClassifiedVisit> fresh = new ArrayList<>(batch.size());
    for (Map.Entry<Epoch, List<ClassifiedVisit>> entry : byEpoch.entrySet()) {
      List<ClassifiedVisit> visits = entry.getValue();
      SettledRanges ranges = SettledRanges.around(connection, entry.getKey(), sequenceOf(visits.getFirst()),
          sequenceOf(visits.getLast()));
      visits.stream().filter(visit -> ranges.add(sequenceOf(visit))).forEach(fresh::add);
      ranges.save(connection);
    }
    return fresh;
  }

  /** Without those of a day that is no longer kept, or from before their link's purge. */
  private List<ClassifiedVisit> kept(Collection<ClassifiedVisit> visits, Set<LinkId> links) throws SQLException {
    Optional<LocalDate> firstDay = FIRST_DAY.first(connection, row -> row.getObject(1, LocalDate.class));
    Map<LinkId, Instant> purges = PURGES
        .all(connection, row -> Map.entry(new LinkId(row.getObject(1, UUID.class)), row.getObject(2, Instant.class)),
            (Object) links.stream().map(LinkId::value).toArray())
        .stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    return visits.stream().filter(visit -> {
      Instant at = visit.visit().facts().at();
      Instant purge = purges.get(linkOf(visit));
      return (purge == null || !at.isBefore(purge))
          && (firstDay.isEmpty() || !VisitRow.dayOf(at).isBefore(firstDay.get()));
    }).toList();
  }

  /** In the order of links, so that neighbours in the index are touched together. */
  private int store(List<ClassifiedVisit> visits, Map<LinkId, Long> known) throws SQLException {
    List<ClassifiedVisit> ordered = visits.stream().sorted(Comparator.comparing(VisitSettling::linkOf)).toList();
    int[] rows = VisitRow.INSERT.forEach(connection, ordered,
        visit -> VisitRow.toInsert(visit, requireNonNull(known.get(linkOf(visit)))));
    VisitDeltas deltas = new VisitDeltas();
    int stored = 0;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] > 0) {
        deltas.count(ordered.get(i), requireNonNull(known.get(linkOf(ordered.get(i)))));
        stored++;
      }
    }
    deltas.save(connection);
    return stored;
  }

  private static LinkId linkOf(ClassifiedVisit visit) {
    return visit.visit().facts().link();
  }

  private static long sequenceOf(ClassifiedVisit visit) {
    return visit.visit().id().sequence();
  }
}
