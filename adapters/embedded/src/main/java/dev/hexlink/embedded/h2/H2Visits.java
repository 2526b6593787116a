package dev.hexlink.embedded.h2;

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
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Visits and their counts in the H2 file. */
@Singleton
@Named("h2")
final class H2Visits implements Visits {
  private static final int MOST_ROWS_DROPPED_AT_ONCE = 5_000;
  private static final String IN_RANGE = " from visits v where v.link = (select number from links where id = ?) and v.at >= ? and v.at < ?";
  private static final String NOT_AUTOMATED = " and not " + VisitRow.AUTOMATED;
  private static final Sql COUNTS = new Sql(
      "select l.id, s.total, s.bots from links l join link_stats s on s.link = l.number where l.id = any(?)");
  private static final Sql ROLLUPS = new Sql(
      "select slot, total, bots from visit_rollups where slot >= ? and slot < ? order by slot");
  private static final Sql KEEP_FROM = new Sql(
      "merge into visit_retention r using (values (1, ?)) n(id, first_day) on r.id = n.id "
          + "when matched then update set first_day = greatest(r.first_day, n.first_day) "
          + "when not matched then insert (id, first_day) values (n.id, n.first_day)");
  private static final Sql DROP_VISITS = new Sql(
      "delete from visits where utc_day < ? fetch first " + MOST_ROWS_DROPPED_AT_ONCE + " rows only");
  private static final Sql DROP_QUARANTINED = new Sql(
      "delete from quarantined_visits where utc_day < ? fetch first " + MOST_ROWS_DROPPED_AT_ONCE + " rows only");

  private final H2Store store;

  H2Visits(H2Store store) {
    this.store = store;
  }

  @Override
  public Settlement settle(List<ClassifiedVisit> batch) {
    if (batch.isEmpty()) {
      return new Settlement(0, 0, 0, 0);
    }
    return write(connection -> new VisitSettling(connection).settle(batch));
  }

  @Override
  public Settlement quarantine(ClassifiedVisit visit, String reason) {
    return write(connection -> new VisitSettling(connection).quarantine(visit, reason));
  }

  @Override
  public List<SequenceRange> settled(Epoch epoch) {
    return read(connection -> SettledRanges.all(connection, epoch));
  }

  @Override
  public Map<LinkId, VisitCounts> counts(Collection<LinkId> links) {
    Object[] ids = links.stream().map(LinkId::value).distinct().toArray();
    return read(connection -> COUNTS
        .all(connection, row -> Map.entry(new LinkId(row.getObject(1, UUID.class)), countsIn(row)), (Object) ids))
        .stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public List<Rollup> rollups(LinkId link, Instant from, Instant to) {
    return read(connection -> {
      Optional<Long> number = LinkNumbers.of(connection, link);
      return number.isEmpty()
          ? List.of()
          : ROLLUPS.all(connection, row -> new Rollup(Slot.startOf(row.getLong(1)), countsIn(row)),
              Slot.of(number.get(), from), Slot.notBefore(number.get(), to));
    });
  }

  @Override
  public List<Group> groups(LinkId link, Instant from, Instant to, Trait by, boolean withoutBots) {
    Sql sql = new Sql("select " + columnOf(by) + " as trait, count(*) as total, count(case when " + VisitRow.AUTOMATED
        + " then 1 end) as bots" + IN_RANGE + (withoutBots ? NOT_AUTOMATED : "")
        + " group by trait order by total desc, trait");
    return read(connection -> sql.all(connection, row -> new Group(row.getString(1), countsIn(row)), link.value(), from,
        to));
  }

  @Override
  public long uniqueVisitors(LinkId link, Instant from, Instant to, boolean withoutBots) {
    Sql sql = new Sql("select count(distinct v.visitor)" + IN_RANGE + " and v.visitor <> 0"
        + (withoutBots ? NOT_AUTOMATED : ""));
    return read(connection -> sql.first(connection, row -> row.getLong(1), link.value(), from, to)).orElse(0L);
  }

  @Override
  public VisitPage list(VisitQuery query) {
    List<@Nullable Object> parameters = new ArrayList<>(List.of(query.link().value(), query.from(), query.to()));
    String sql = "select " + VisitRow.COLUMNS
        + " from visits v use index (visits_by_link) join links l on l.number = v.link join domains d on d.id = l.domain_id"
        + " where v.link = (select number from links where id = ?) and v.at >= ? and v.at < ?"
        + (query.withoutBots() ? NOT_AUTOMATED : "")
        + after(query, parameters) + " order by v.at desc, v.epoch desc, v.seq desc fetch first ? rows only";
    parameters.add(query.limit() + 1);
    List<ClassifiedVisit> visits = read(
        connection -> new Sql(sql).all(connection, VisitRow::read, parameters.toArray()));
    boolean hasMore = visits.size() > query.limit();
    return new VisitPage(hasMore ? visits.subList(0, query.limit()) : visits, hasMore);
  }

  @Override
  public void purge(LinkId link, Instant before) {
    write(connection -> new VisitPurge(link, before).run(connection));
  }

  /** Nothing older is stored from the first commit on; what is there goes in small transactions, so that others get their turns. */
  @Override
  public void dropBefore(Instant day) {
    LocalDate first = VisitRow.dayOf(day);
    write(connection -> KEEP_FROM.run(connection, first));
    dropAll(DROP_VISITS, first);
    dropAll(DROP_QUARANTINED, first);
  }

  private void dropAll(Sql drop, LocalDate first) {
    int dropped;
    do {
      dropped = write(connection -> drop.run(connection, first));
    } while (dropped == MOST_ROWS_DROPPED_AT_ONCE);
  }

  private static String after(VisitQuery query, List<@Nullable Object> parameters) {
    VisitQuery.VisitCursor after = query.after();
    if (after == null) {
      return "";
    }
    UUID epoch = Epochs.toUuid(after.id().epoch());
    parameters.addAll(List.of(after.at(), after.at(), epoch, epoch, after.id().sequence()));
    return " and v.at <= ? and (v.at < ? or v.epoch < ? or (v.epoch = ? and v.seq < ?))";
  }

  private static String columnOf(Trait trait) {
    return switch (trait) {
      case REFERRER -> "v.referrer_host";
      case BROWSER -> "v.browser";
      case OPERATING_SYSTEM -> "v.operating_system";
      case DEVICE -> "v.device";
      case BOT -> "case when " + VisitRow.AUTOMATED + " then 'true' else 'false' end";
    };
  }

  private static VisitCounts countsIn(ResultSet row) throws SQLException {
    return new VisitCounts(row.getLong("total"), row.getLong("bots"));
  }

  private <T> T read(Work<T> work) {
    return store.read(work, VisitsUnavailable::new);
  }

  private <T> T write(Work<T> work) {
    return store.write(work, VisitsUnavailable::new);
  }
}
