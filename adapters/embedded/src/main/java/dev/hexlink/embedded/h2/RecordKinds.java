package dev.hexlink.embedded.h2;

import static java.util.Objects.requireNonNull;

import dev.hexlink.application.spi.ApiKeys.ApiKey;
import dev.hexlink.application.spi.Installation.InstallationFacts;
import dev.hexlink.application.spi.Installation.VisitorSalt;
import dev.hexlink.application.spi.StoredRecord;
import dev.hexlink.application.spi.StoredRecord.Counted;
import dev.hexlink.application.spi.StoredRecord.CountedQuarter;
import dev.hexlink.application.spi.StoredRecord.DaySalt;
import dev.hexlink.application.spi.StoredRecord.Facts;
import dev.hexlink.application.spi.StoredRecord.FirstDay;
import dev.hexlink.application.spi.StoredRecord.HighestValue;
import dev.hexlink.application.spi.StoredRecord.KnownHost;
import dev.hexlink.application.spi.StoredRecord.KnownStack;
import dev.hexlink.application.spi.StoredRecord.LentNumber;
import dev.hexlink.application.spi.StoredRecord.Mark;
import dev.hexlink.application.spi.StoredRecord.NextCount;
import dev.hexlink.application.spi.StoredRecord.Pin;
import dev.hexlink.application.spi.StoredRecord.Purged;
import dev.hexlink.application.spi.StoredRecord.Quarantined;
import dev.hexlink.application.spi.StoredRecord.Settled;
import dev.hexlink.application.spi.StoredRecord.StoredKey;
import dev.hexlink.application.spi.StoredRecord.StoredLink;
import dev.hexlink.application.spi.StoredRecord.StoredVisit;
import dev.hexlink.application.spi.StoredRecord.Taken;
import dev.hexlink.application.spi.WorkerNumbers.Loan;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitCounts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How each kind of records stands in the tables. */
final class RecordKinds {
  private static final Sql HOST_ROWS = new Sql("select id, host from domains");

  private static final RecordKind<KnownHost> HOSTS = RecordKind.of(KnownHost.class, "t.host", "domains t", "t",
      row -> new KnownHost(new Host(row.getString(1))),
      each("insert into domains (host) values (?) on conflict do nothing", it -> row(it.host().name())));

  private static final RecordKind<KnownStack> STACKS = RecordKind.of(KnownStack.class, "t.name, t.stack_index",
      "stacks t", "t", row -> new KnownStack(stackIn(row)),
      each("insert into stacks (name, stack_index) values (?, ?)", it -> row(it.stack().name(), it.stack().index())));

  private static final RecordKind<StoredLink> LINKS = RecordKind.of(StoredLink.class, LinkRow.COLUMNS,
      "links l left join domains d on d.id = l.domain_id", "l", row -> new StoredLink(LinkRow.read(row)),
      RecordKinds::writeLinks);

  private static final RecordKind<Facts> FACTS = RecordKind.of(Facts.class,
      "t.code_key, t.key_fingerprint, t.alphabet, t.shortest_length, t.stacks", "installation t", "t",
      row -> new Facts(new InstallationFacts(row.getString(1), row.getString(2), row.getString(3), row.getInt(4),
          row.getInt(5))),
      each("insert into installation (id, code_key, key_fingerprint, alphabet, shortest_length, stacks) "
          + "values (1, ?, ?, ?, ?, ?)",
          it -> row(it.facts().key(), it.facts().keyFingerprint(), it.facts().alphabet(), it.facts().shortestLength(),
              it.facts().stacks())));

  private static final RecordKind<Pin> PINS = RecordKind.of(Pin.class, "l.id",
      "pinned_links t left join links l on l.number = t.link", "t", row -> new Pin(linkIn(row)),
      numbered("insert into pinned_links (link) values (?)", Pin::link, (_, number) -> row(number)));

  private static final RecordKind<Mark> MARKS = RecordKind.of(Mark.class,
      "t.link, t.scope, t.mark, t.fingerprint, t.forgotten_at", "idempotency t", "t",
      row -> new Mark(row.getString(2), row.getString(3), row.getString(4), row.getObject(5, Instant.class),
          linkIn(row)),
      each("insert into idempotency (scope, mark, fingerprint, forgotten_at, link) values (?, ?, ?, ?, ?)",
          it -> row(it.scope(), it.key(), it.fingerprint(), it.forgottenAt(), it.link().value())));

  private static final RecordKind<NextCount> NEXT_COUNTS = RecordKind.of(NextCount.class,
      "s.name, t.stack_index, t.next_count", "code_leases t left join stacks s on s.stack_index = t.stack_index", "t",
      row -> new NextCount(stackIn(row), row.getLong(3)),
      each("insert into code_leases (stack_index, next_count) values (?, ?)",
          it -> row(it.stack().index(), it.count())));

  private static final RecordKind<HighestValue> HIGHEST_VALUES = RecordKind.of(HighestValue.class,
      "s.name, t.stack_index, t.highest", "highest_values t left join stacks s on s.stack_index = t.stack_index", "t",
      row -> new HighestValue(stackIn(row), row.getLong(3)),
      each("insert into highest_values (stack_index, highest) values (?, ?)",
          it -> row(it.stack().index(), it.value())));

  private static final RecordKind<LentNumber> LENT_NUMBERS = RecordKind.of(LentNumber.class,
      "t.holder, t.number, t.lent_from, t.lent_until", "worker_leases t", "t",
      row -> new LentNumber(row.getString(1),
          new Loan(row.getInt(2), row.getObject(3, Instant.class), row.getObject(4, Instant.class))),
      each("insert into worker_leases (holder, number, lent_from, lent_until) values (?, ?, ?, ?)",
          it -> row(it.holder(), it.loan().number(), it.loan().from(), it.loan().until())));

  private static final RecordKind<StoredKey> KEYS = RecordKind.of(StoredKey.class, "t.digest, t.name, t.created_at",
      "api_keys t", "t",
      row -> new StoredKey(new ApiKey(row.getString(1), row.getString(2), row.getObject(3, Instant.class))),
      each("insert into api_keys (digest, name, created_at) values (?, ?, ?)",
          it -> row(it.key().digest(), it.key().name(), it.key().createdAt())));

  private static final RecordKind<DaySalt> SALTS = RecordKind.of(DaySalt.class, "t.utc_day, t.high, t.low",
      "visitor_salts t", "t",
      row -> new DaySalt(row.getObject(1, LocalDate.class), new VisitorSalt(row.getLong(2), row.getLong(3))),
      each("insert into visitor_salts (utc_day, high, low) values (?, ?, ?)",
          it -> row(it.day(), it.salt().high(), it.salt().low())));

  private static final RecordKind<Taken> TAKEN = RecordKind.of(Taken.class, "t.link, t.taken", "visit_budgets t", "t",
      row -> new Taken(linkIn(row), row.getLong(2)),
      each("insert into visit_budgets (link, taken) values (?, ?)", it -> row(it.link().value(), it.units())));

  private static final RecordKind<FirstDay> FIRST_DAY = RecordKind.of(FirstDay.class, "t.first_day",
      "visit_retention t", "t", row -> new FirstDay(row.getObject(1, LocalDate.class)),
      each("insert into visit_retention (id, first_day) values (1, ?)", it -> row(it.day())));

  private static final RecordKind<StoredVisit> VISITS = RecordKind.of(StoredVisit.class, VisitRow.COLUMNS,
      "visits v left join links l on l.number = v.link left join domains d on d.id = l.domain_id", "v",
      row -> new StoredVisit(VisitRow.read(row)),
      numbered(VisitRow.INSERT.text(), it -> it.visit().visit().facts().link(),
          (it, number) -> VisitRow.toInsert(it.visit(), number)));

  private static final RecordKind<Quarantined> QUARANTINED = RecordKind.of(Quarantined.class,
      VisitRow.QUARANTINED_COLUMNS + ", v.reason", "quarantined_visits v", "v",
      row -> new Quarantined(VisitRow.read(row), row.getString("reason")),
      each(VisitRow.QUARANTINE.text(), it -> VisitRow.toQuarantine(it.visit(), it.reason())));

  private static final RecordKind<Settled> SETTLED = RecordKind.of(Settled.class,
      "t.epoch, t.range_start, t.range_end", "settled_ranges t", "t",
      row -> new Settled(Epochs.of(row.getObject(1, UUID.class)), new SequenceRange(row.getLong(2), row.getLong(3))),
      each("insert into settled_ranges (epoch, range_start, range_end) values (?, ?, ?)",
          it -> row(Epochs.toUuid(it.epoch()), it.range().start(), it.range().end())));

  private static final RecordKind<Counted> COUNTS = RecordKind.of(Counted.class, "l.id, t.total, t.bots",
      "link_stats t left join links l on l.number = t.link", "t", row -> new Counted(linkIn(row), countsIn(row)),
      numbered("insert into link_stats (link, total, bots) values (?, ?, ?)", Counted::link,
          (it, number) -> row(number, it.counts().total(), it.counts().bots())));

  private static final RecordKind<CountedQuarter> QUARTERS = RecordKind.of(CountedQuarter.class,
      "l.id, t.total, t.bots, t.slot", "visit_rollups t left join links l on l.number = t.slot / " + Slot.A_LINK, "t",
      row -> new CountedQuarter(linkIn(row), Slot.startOf(row.getLong(4)), countsIn(row)),
      numbered("insert into visit_rollups (slot, total, bots) values (?, ?, ?)", CountedQuarter::link,
          (it, number) -> row(Slot.of(number, it.start()), it.counts().total(), it.counts().bots())));

  private static final RecordKind<Purged> PURGES = RecordKind.of(Purged.class, "t.link, t.before", "link_purges t",
      "t", row -> new Purged(linkIn(row), row.getObject(2, Instant.class)),
      each("insert into link_purges (link, before) values (?, ?)", it -> row(it.link().value(), it.before())));

  /** Every kind, after those that its records refer to. */
  static final List<RecordKind<?>> ALL = List.of(HOSTS, STACKS, LINKS, FACTS, PINS, MARKS, NEXT_COUNTS, HIGHEST_VALUES,
      LENT_NUMBERS, KEYS, SALTS, TAKEN, FIRST_DAY, VISITS, QUARANTINED, SETTLED, COUNTS, QUARTERS, PURGES);

  private RecordKinds() {}

  static RecordKind<?> of(StoredRecord record) {
    return ALL.stream().filter(kind -> kind.type().isInstance(record)).findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no table for " + record.getClass()));
  }

  private static void writeLinks(Connection connection, List<StoredLink> records) throws SQLException {
    Map<String, Integer> hosts = new HashMap<>();
    HOST_ROWS.all(connection, row -> hosts.put(row.getString(2), row.getInt(1)));
    List<Link> links = records.stream().map(StoredLink::link).toList();
    insert(connection, LinkRow.INSERT, links,
        link -> LinkRow.toInsert(link, requireNonNull(hosts.get(link.key().host().name()))));
    LinkInserts.addTags(connection, links);
  }

  /** One row for each record. */
  private static <R> RecordKind.Writing<R> each(String insert, Function<R, @Nullable Object[]> parameters) {
    Sql sql = new Sql(insert);
    return (connection, records) -> insert(connection, sql, records, parameters);
  }

  /** One row for each record, in which a link is its number. */
  private static <R> RecordKind.Writing<R> numbered(String insert, Function<R, LinkId> link, Numbered<R> parameters) {
    Sql sql = new Sql(insert);
    return (connection, records) -> {
      Map<LinkId, Long> numbers = LinkNumbers.of(connection, records.stream().map(link).toList());
      insert(connection, sql, records, it -> parameters.of(it, requireNonNull(numbers.get(link.apply(it)))));
    };
  }

  private static <R> void insert(Connection connection, Sql sql, List<R> records,
      Function<R, @Nullable Object[]> parameters) throws SQLException {
    int inserted = IntStream.of(sql.forEach(connection, records, parameters)).sum();
    if (inserted != records.size() && !(records.getFirst() instanceof KnownHost)) {
      throw new IllegalArgumentException(records.size() - inserted + " of " + records.getFirst().getClass()
          .getSimpleName() + " are there already");
    }
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  private static Stack stackIn(ResultSet row) throws SQLException {
    return new Stack(row.getString(1), row.getInt(2));
  }

  private static LinkId linkIn(ResultSet row) throws SQLException {
    return new LinkId(row.getObject(1, UUID.class));
  }

  private static VisitCounts countsIn(ResultSet row) throws SQLException {
    return new VisitCounts(row.getLong(2), row.getLong(3));
  }

  /** The values of a row that holds a link's number. */
  @FunctionalInterface
  private interface Numbered<R> {
    @Nullable
    Object[] of(R record, long number);
  }
}
