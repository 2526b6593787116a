package dev.hexlink.postgres;

import static dev.hexlink.postgres.RecordKinds.column;
import static dev.hexlink.postgres.RecordKinds.columns;
import static dev.hexlink.postgres.RecordKinds.linkIn;

import dev.hexlink.application.spi.StoredRecord.Counted;
import dev.hexlink.application.spi.StoredRecord.CountedQuarter;
import dev.hexlink.application.spi.StoredRecord.FirstDay;
import dev.hexlink.application.spi.StoredRecord.Purged;
import dev.hexlink.application.spi.StoredRecord.Quarantined;
import dev.hexlink.application.spi.StoredRecord.Settled;
import dev.hexlink.application.spi.StoredRecord.StoredVisit;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.ReferrerHost;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.postgres.RecordKinds.Column;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import dev.hexlink.postgres.visits.Epochs;
import dev.hexlink.postgres.visits.Moments;
import dev.hexlink.postgres.visits.StorableText;
import dev.hexlink.postgres.visits.VisitRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How visits and what is counted of them stand in the tables. What is to be forgotten is not read, whether or not it is swept away yet. */
final class VisitRecordKinds {
  private static final String NOT_FORGOTTEN = " where (p.before is null or v.at >= p.before) and v.utc_day >= "
      + "coalesce((select first_day from visit_retention), '-infinity')";
  private static final String COLUMNS = "utc_day, epoch, seq, at, ipv6, network, visitor, user_agent, referrer, browser, "
      + "operating_system, device, bot, prefetch";
  private static final Sql MAKE_DAYS = Sql.patient("select make_visit_day(day, true) "
      + "from (select distinct day from unnest(?) as g (day) order by day) d");
  private static final Sql ADD_SETTLED = Sql.patient("""
      insert into settled_ranges as s (epoch, ranges) select epoch, range_agg(int8range(first, next))
      from unnest(?, ?, ?) as g (epoch, first, next) group by epoch
      on conflict (epoch) do update set ranges = s.ranges + excluded.ranges""");
  private static final RecordKind.Writing<StoredVisit> ADD_VISITS = columns("insert into visits (" + COLUMNS
      + ", referrer_host, link) select " + COLUMNS + ", referrer_host, l.number from unnest(" + "?, ".repeat(15)
      + "?) as g (" + COLUMNS + ", referrer_host, id) join links l using (id)",
      withVisit(StoredVisit::visit, column("text", it -> storable(ReferrerHost.of(factsOf(it.visit()).referrer()))),
          column("uuid", it -> factsOf(it.visit()).link().value())));

  private static final RecordKind<FirstDay> FIRST_DAY = RecordKind.of(FirstDay.class,
      "select first_day from visit_retention", row -> new FirstDay(row.getObject(1, LocalDate.class)),
      columns("insert into visit_retention (id, first_day) select 1, * from unnest(?)", column("date", FirstDay::day)));

  private static final RecordKind<StoredVisit> VISITS = RecordKind.of(StoredVisit.class,
      "select l.id, d.host, l.code, " + VisitRow.COLUMNS + " from visits v join links l on l.number = v.link "
          + "join domains d on d.id = l.domain_id left join link_purges p on p.link = l.id" + NOT_FORGOTTEN,
      row -> new StoredVisit(visitIn(row)), VisitRecordKinds::writeVisits);

  private static final RecordKind<Quarantined> QUARANTINED = RecordKind.of(Quarantined.class,
      "select v.link, v.host, v.code, " + VisitRow.COLUMNS + ", v.reason from quarantined_visits v "
          + "left join link_purges p on p.link = v.link" + NOT_FORGOTTEN,
      row -> new Quarantined(visitIn(row), row.getString("reason")),
      columns("insert into quarantined_visits (" + COLUMNS + ", link, host, code, reason) select * from unnest("
          + "?, ".repeat(17) + "?)",
          withVisit(Quarantined::visit, column("uuid", it -> factsOf(it.visit()).link().value()),
              column("text", it -> factsOf(it.visit()).key().host().name()),
              column("text", it -> factsOf(it.visit()).key().code().value()), column("text", Quarantined::reason))));

  private static final RecordKind<Settled> SETTLED = RecordKind.of(Settled.class,
      "select s.epoch, lower(r), upper(r) from settled_ranges s, unnest(s.ranges) r",
      row -> new Settled(Epochs.of(row.getObject(1, UUID.class)), new SequenceRange(row.getLong(2), row.getLong(3))),
      VisitRecordKinds::writeSettled);

  private static final RecordKind<Counted> COUNTS = RecordKind.of(Counted.class,
      "select l.id, t.total, t.bots from link_stats t join links l on l.number = t.link",
      row -> new Counted(linkIn(row), VisitRow.countsIn(row)),
      columns("insert into link_stats (link, total, bots) select l.number, g.total, g.bots "
          + "from unnest(?, ?, ?) as g (id, total, bots) join links l using (id)",
          column("uuid", it -> it.link().value()), column("bigint", it -> it.counts().total()),
          column("bigint", it -> it.counts().bots())));

  private static final RecordKind<CountedQuarter> QUARTERS = RecordKind.of(CountedQuarter.class,
      "select l.id, t.total, t.bots, t.quarter from visit_rollups t join links l on l.number = t.link",
      row -> new CountedQuarter(linkIn(row), Moments.startOf(row.getInt("quarter")), VisitRow.countsIn(row)),
      columns("insert into visit_rollups (link, total, bots, quarter) select l.number, g.total, g.bots, g.quarter "
          + "from unnest(?, ?, ?, ?) as g (id, total, bots, quarter) join links l using (id)",
          column("uuid", it -> it.link().value()), column("bigint", it -> it.counts().total()),
          column("bigint", it -> it.counts().bots()), column("integer", it -> Moments.quarterOf(it.start()))));

  private static final RecordKind<Purged> PURGES = RecordKind.of(Purged.class, "select link, before from link_purges",
      row -> new Purged(linkIn(row), Sql.momentIn(row, "before")),
      columns("insert into link_purges (link, before) select * from unnest(?, ?)",
          column("uuid", it -> it.link().value()), column("timestamptz", Purged::before)));

  /** Every kind. */
  static final List<RecordKind<?>> ALL = List.of(FIRST_DAY, VISITS, QUARANTINED, SETTLED, COUNTS, QUARTERS, PURGES);

  private VisitRecordKinds() {}

  private static int writeVisits(Connection connection, List<StoredVisit> records) throws SQLException {
    MAKE_DAYS.all(connection, row -> true, Values.of("date", records, it -> dayOf(it.visit())));
    return ADD_VISITS.write(connection, records);
  }

  /** An epoch is one row, however many ranges it has. */
  private static int writeSettled(Connection connection, List<Settled> records) throws SQLException {
    ADD_SETTLED.run(connection, Values.of("uuid", records, it -> Epochs.toUuid(it.epoch())),
        Values.of("bigint", records, it -> it.range().start()), Values.of("bigint", records, it -> it.range().end()));
    return records.size();
  }

  /** The columns of a visit, and those that follow them. */
  @SafeVarargs
  private static <R> List<Column<R>> withVisit(Function<R, ClassifiedVisit> visit, Column<R>... following) {
    List<Column<R>> columns = new ArrayList<>(List.of(
        of(visit, "date", VisitRecordKinds::dayOf),
        of(visit, "uuid", it -> Epochs.toUuid(it.visit().id().epoch())),
        of(visit, "bigint", it -> it.visit().id().sequence()),
        of(visit, "timestamptz", it -> Moments.storable(factsOf(it).at())),
        of(visit, "boolean", it -> factsOf(it).network().ipv6()),
        of(visit, "bigint", it -> factsOf(it).network().prefix()),
        of(visit, "bigint", it -> factsOf(it).visitor()),
        of(visit, "text", it -> storable(factsOf(it).userAgent())),
        of(visit, "text", it -> storable(factsOf(it).referrer())),
        of(visit, "text", it -> storable(it.traits().browser())),
        of(visit, "text", it -> storable(it.traits().operatingSystem())),
        of(visit, "text", it -> it.traits().device().name().toLowerCase(Locale.ROOT)),
        of(visit, "boolean", it -> it.traits().bot()),
        of(visit, "boolean", it -> factsOf(it).prefetch())));
    for (Column<R> column : following) {
      columns.add(column);
    }
    return columns;
  }

  private static <R> Column<R> of(Function<R, ClassifiedVisit> visit, String type,
      Function<ClassifiedVisit, @Nullable Object> value) {
    return column(type, it -> value.apply(visit.apply(it)));
  }

  private static ClassifiedVisit visitIn(ResultSet row) throws SQLException {
    return VisitRow.read(row, linkIn(row),
        new LinkKey(new Host(row.getString("host")), new ShortCode(row.getString("code"))));
  }

  private static LocalDate dayOf(ClassifiedVisit visit) {
    return Moments.dayOf(Moments.storable(factsOf(visit).at()));
  }

  private static String storable(String text) {
    return StorableText.of(text);
  }

  private static VisitFacts factsOf(ClassifiedVisit visit) {
    return visit.visit().facts();
  }
}
