package dev.hexlink.postgres.visits;

import static java.util.stream.Collectors.toMap;

import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.StoreChoice;
import dev.hexlink.postgres.store.Values;
import dev.hexlink.postgres.store.Work;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Visits and their counts in Postgres. */
@Singleton
@Named(StoreChoice.POSTGRES)
final class PostgresVisits implements Visits {
  private static final Sql SETTLED = new Sql("select lower(r) as first, upper(r) as until "
      + "from settled_ranges s, unnest(s.ranges) r where s.epoch = ? order by first");
  private static final Sql COUNTS = new Sql(
      "select l.id, s.total, s.bots from links l join link_stats s on s.link = l.number where l.id = any(?)");
  private static final Sql ROLLUPS = new Sql("select r.quarter, r.total, r.bots from links l "
      + "join visit_rollups r on r.link = l.number where l.id = ? and r.quarter >= ? and r.quarter <= ? order by r.quarter");

  private final PostgresStore store;
  private final VisitForgetting forgetting;

  PostgresVisits(PostgresStore store) {
    this.store = store;
    this.forgetting = new VisitForgetting(store);
  }

  @Override
  public Settlement settle(List<ClassifiedVisit> batch) {
    return batch.isEmpty() ? new Settlement(0, 0, 0, 0) : settle(new VisitSettling(batch, null));
  }

  @Override
  public Settlement quarantine(ClassifiedVisit visit, String reason) {
    return settle(new VisitSettling(List.of(visit), reason));
  }

  private Settlement settle(VisitSettling settling) {
    return store.writeAtOnce(Pool.WORKER, settling::run, VisitsUnavailable::new);
  }

  /** What a replica does not know yet would be delivered again, so the primary is asked. */
  @Override
  public List<SequenceRange> settled(Epoch epoch) {
    return store.read(Pool.WORKER,
        connection -> SETTLED.all(connection, row -> new SequenceRange(row.getLong("first"), row.getLong("until")),
            Epochs.toUuid(epoch)),
        VisitsUnavailable::new);
  }

  @Override
  public Map<LinkId, VisitCounts> counts(Collection<LinkId> links) {
    Values ids = Values.of("uuid", links, LinkId::value);
    return read(connection -> COUNTS.all(connection,
        row -> Map.entry(new LinkId(row.getObject("id", UUID.class)), VisitRow.countsIn(row)), ids)).stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public List<Rollup> rollups(LinkId link, Instant from, Instant to) {
    Span time = Span.between(from, to);
    return read(connection -> ROLLUPS.all(connection,
        row -> new Rollup(Moments.startOf(row.getInt("quarter")), VisitRow.countsIn(row)), link.value(),
        time.firstQuarter(), time.lastQuarter()));
  }

  @Override
  public List<Group> groups(LinkId link, Instant from, Instant to, Trait by, boolean withoutBots) {
    return read(connection -> new VisitSums(link, Span.between(from, to), withoutBots).groups(connection, by));
  }

  @Override
  public long uniqueVisitors(LinkId link, Instant from, Instant to, boolean withoutBots) {
    return read(connection -> new VisitSums(link, Span.between(from, to), withoutBots).visitors(connection));
  }

  @Override
  public VisitPage list(VisitQuery query) {
    return read(connection -> new VisitListing(query).page(connection));
  }

  @Override
  public void purge(LinkId link, Instant before) {
    forgetting.purge(link, before);
  }

  @Override
  public void dropBefore(Instant day) {
    forgetting.dropBefore(Moments.dayOf(Moments.storable(day)));
  }

  private <T> T read(Work<T> work) {
    return store.read(Pool.STATISTICS, work, VisitsUnavailable::new);
  }
}
