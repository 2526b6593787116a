package dev.hexlink.postgres;

import dev.hexlink.application.spi.ApiKeys.ApiKey;
import dev.hexlink.application.spi.Installation.InstallationFacts;
import dev.hexlink.application.spi.Installation.VisitorSalt;
import dev.hexlink.application.spi.StoredRecord;
import dev.hexlink.application.spi.StoredRecord.DaySalt;
import dev.hexlink.application.spi.StoredRecord.Facts;
import dev.hexlink.application.spi.StoredRecord.HighestValue;
import dev.hexlink.application.spi.StoredRecord.KnownHost;
import dev.hexlink.application.spi.StoredRecord.KnownStack;
import dev.hexlink.application.spi.StoredRecord.LentNumber;
import dev.hexlink.application.spi.StoredRecord.Mark;
import dev.hexlink.application.spi.StoredRecord.NextCount;
import dev.hexlink.application.spi.StoredRecord.Pin;
import dev.hexlink.application.spi.StoredRecord.StoredKey;
import dev.hexlink.application.spi.StoredRecord.StoredLink;
import dev.hexlink.application.spi.StoredRecord.Taken;
import dev.hexlink.application.spi.WorkerNumbers.Loan;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How each kind of records stands in the tables; those of visits are told by {@link VisitRecordKinds}. */
final class RecordKinds {
  private static final Sql HOST_ROWS = new Sql("select id, host from domains");

  private static final RecordKind<KnownHost> HOSTS = RecordKind.of(KnownHost.class,
      "select host from domains order by id", row -> new KnownHost(new Host(row.getString(1))),
      RecordKinds::writeHosts);

  private static final RecordKind<KnownStack> STACKS = RecordKind.of(KnownStack.class,
      "select name, stack_index from stacks order by stack_index", row -> new KnownStack(stackIn(row)),
      columns("insert into stacks (name, stack_index) select * from unnest(?, ?)",
          column("text", it -> it.stack().name()), column("smallint", it -> it.stack().index())));

  private static final RecordKind<StoredLink> LINKS = RecordKind.of(StoredLink.class,
      "select " + LinkRow.COLUMNS + " from links l join domains d on d.id = l.domain_id",
      row -> new StoredLink(LinkRow.read(row)), RecordKinds::writeLinks);

  private static final RecordKind<Facts> FACTS = RecordKind.of(Facts.class,
      "select code_key, key_fingerprint, alphabet, shortest_length, stacks from installation",
      row -> new Facts(new InstallationFacts(row.getString(1), row.getString(2), row.getString(3), row.getInt(4),
          row.getInt(5))),
      columns("insert into installation (id, code_key, key_fingerprint, alphabet, shortest_length, stacks) "
          + "select 1, * from unnest(?, ?, ?, ?, ?)", column("text", it -> it.facts().key()),
          column("text", it -> it.facts().keyFingerprint()), column("text", it -> it.facts().alphabet()),
          column("integer", it -> it.facts().shortestLength()), column("integer", it -> it.facts().stacks())));

  private static final RecordKind<Pin> PINS = RecordKind.of(Pin.class,
      "select link from pinned_links order by position", row -> new Pin(linkIn(row)),
      columns("insert into pinned_links (link) select link from unnest(?) with ordinality as g (link, place) "
          + "order by place", column("uuid", it -> it.link().value())));

  private static final RecordKind<Mark> MARKS = RecordKind.of(Mark.class,
      "select link, scope, mark, fingerprint, forgotten_at from idempotency",
      row -> new Mark(row.getString(2), row.getString(3), row.getString(4), Sql.momentIn(row, "forgotten_at"),
          linkIn(row)),
      columns(
          "insert into idempotency (scope, mark, fingerprint, forgotten_at, link) select * from unnest(?, ?, ?, ?, ?)",
          column("text", Mark::scope), column("text", Mark::key), column("text", Mark::fingerprint),
          column("timestamptz", Mark::forgottenAt), column("uuid", it -> it.link().value())));

  private static final RecordKind<NextCount> NEXT_COUNTS = RecordKind.of(NextCount.class,
      "select s.name, t.stack_index, t.next_count from code_leases t join stacks s on s.stack_index = t.stack_index",
      row -> new NextCount(stackIn(row), row.getLong(3)),
      columns("insert into code_leases (stack_index, next_count) select * from unnest(?, ?)",
          column("smallint", it -> it.stack().index()), column("bigint", NextCount::count)));

  /** There is a row for every stack, and the links may have lifted it already. */
  private static final RecordKind<HighestValue> HIGHEST_VALUES = RecordKind.of(HighestValue.class,
      "select s.name, t.stack_index, t.highest from highest_values t join stacks s on s.stack_index = t.stack_index "
          + "where t.highest >= 0",
      row -> new HighestValue(stackIn(row), row.getLong(3)),
      columns("update highest_values h set highest = g.highest from unnest(?, ?) as g (stack_index, highest) "
          + "where h.stack_index = g.stack_index", column("smallint", it -> it.stack().index()),
          column("bigint", HighestValue::value)));

  private static final RecordKind<LentNumber> LENT_NUMBERS = RecordKind.of(LentNumber.class,
      "select holder, number, lent_from, lent_until from worker_leases where holder is not null",
      row -> new LentNumber(row.getString(1),
          new Loan(row.getInt(2), Sql.momentIn(row, "lent_from"), Sql.momentIn(row, "lent_until"))),
      columns("update worker_leases w set holder = g.holder, lent_from = g.lent_from, lent_until = g.lent_until "
          + "from unnest(?, ?, ?, ?) as g (holder, number, lent_from, lent_until) where w.number = g.number",
          column("text", LentNumber::holder), column("smallint", it -> it.loan().number()),
          column("timestamptz", it -> it.loan().from()), column("timestamptz", it -> it.loan().until())));

  private static final RecordKind<StoredKey> KEYS = RecordKind.of(StoredKey.class,
      "select digest, name, created_at from api_keys",
      row -> new StoredKey(new ApiKey(row.getString(1), row.getString(2), Sql.momentIn(row, "created_at"))),
      columns("insert into api_keys (digest, name, created_at) select * from unnest(?, ?, ?)",
          column("text", it -> it.key().digest()), column("text", it -> it.key().name()),
          column("timestamptz", it -> it.key().createdAt())));

  private static final RecordKind<DaySalt> SALTS = RecordKind.of(DaySalt.class,
      "select utc_day, high, low from visitor_salts",
      row -> new DaySalt(row.getObject(1, LocalDate.class), new VisitorSalt(row.getLong(2), row.getLong(3))),
      columns("insert into visitor_salts (utc_day, high, low) select * from unnest(?, ?, ?)",
          column("date", DaySalt::day), column("bigint", it -> it.salt().high()),
          column("bigint", it -> it.salt().low())));

  private static final RecordKind<Taken> TAKEN = RecordKind.of(Taken.class, "select link, taken from visit_budgets",
      row -> new Taken(linkIn(row), row.getLong(2)),
      columns(
          "insert into visit_budgets (link, taken, granted) select link, taken, 0 from unnest(?, ?) g (link, taken)",
          column("uuid", it -> it.link().value()), column("bigint", Taken::units)));

  /** Every kind, after those that its records refer to. */
  static final List<RecordKind<?>> ALL = Stream.concat(Stream.of(HOSTS, STACKS, LINKS, FACTS, PINS, MARKS, NEXT_COUNTS,
      HIGHEST_VALUES, LENT_NUMBERS, KEYS, SALTS, TAKEN), VisitRecordKinds.ALL.stream()).toList();

  private RecordKinds() {}

  static RecordKind<?> of(StoredRecord record) {
    return ALL.stream().filter(kind -> kind.type().isInstance(record)).findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no table for " + record.getClass()));
  }

  /** The host that a store is born with is there already. */
  private static int writeHosts(Connection connection, List<KnownHost> records) throws SQLException {
    new Sql("insert into domains (host) select host from unnest(?) with ordinality as g (host, place) order by place "
        + "on conflict do nothing").run(connection, Values.of("text", records, it -> it.host().name()));
    return records.size();
  }

  private static int writeLinks(Connection connection, List<StoredLink> records) throws SQLException {
    Map<Host, Integer> hosts = new HashMap<>();
    HOST_ROWS.all(connection, row -> hosts.put(new Host(row.getString(2)), row.getInt(1)));
    return new LinkInserts(host -> rowOf(hosts, host)).insert(connection,
        records.stream().map(StoredLink::link).toList()).size();
  }

  private static int rowOf(Map<Host, Integer> hosts, Host host) {
    Integer row = hosts.get(host);
    if (row == null) {
      throw new IllegalArgumentException("a link's host does not come before it: " + host);
    }
    return row;
  }

  /** One statement that takes a column of values for each question mark. */
  @SafeVarargs
  static <R> RecordKind.Writing<R> columns(String statement, Column<R>... columns) {
    List<Column<R>> list = new ArrayList<>();
    for (Column<R> column : columns) {
      list.add(column);
    }
    return columns(statement, list);
  }

  static <R> RecordKind.Writing<R> columns(String statement, List<Column<R>> columns) {
    Sql sql = Sql.patient(statement);
    return (connection, records) -> sql.run(connection,
        columns.stream().map(column -> Values.of(column.type, records, column.value)).toArray());
  }

  static <R> Column<R> column(String type, Function<R, @Nullable Object> value) {
    return new Column<>(type, value);
  }

  private static Stack stackIn(ResultSet row) throws SQLException {
    return new Stack(row.getString(1), row.getInt(2));
  }

  static LinkId linkIn(ResultSet row) throws SQLException {
    return new LinkId(row.getObject(1, UUID.class));
  }

  /** What stands in one column of each record. */
  record Column<R>(String type, Function<R, @Nullable Object> value) {}
}
