package dev.hexlink.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Insertions under conditions that have nothing to do with one another, each step done for all of them in one statement. */
final class Wave {
  private static final Sql REPEATED = new Sql("""
      select g.place, i.fingerprint, i.link from unnest(?, ?, ?, ?) as g (place, scope, mark, at)
      join idempotency i on i.scope = g.scope and i.mark = g.mark and i.forgotten_at > g.at""");
  private static final Sql EQUAL = new Sql("select g.place, " + LinkRow.COLUMNS + """
       from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
        as g (place, digest, target, domain_id, since, until, visits, status, code)
      cross join lateral (
        select * from links l where l.target_digest = g.digest and l.target = g.target and l.domain_id = g.domain_id
        and l.retired_at is null and l.valid_since is not distinct from g.since
        and l.valid_until is not distinct from g.until and l.max_visits is not distinct from g.visits
        and l.redirect_status = g.status and (g.code is null or l.code = g.code)
        order by l.created_at, l.id limit 1
      ) l join domains d on d.id = l.domain_id""");
  private static final Sql BY_ID = new Sql(
      "select " + LinkRow.COLUMNS + " from links l join domains d on d.id = l.domain_id where l.id = any(?)");
  private static final Sql RECORD = new Sql("""
      insert into idempotency (scope, mark, fingerprint, link, forgotten_at)
      select scope, mark, fingerprint, link, forgotten_at
      from unnest(?, ?, ?, ?, ?) as g (scope, mark, fingerprint, link, forgotten_at) order by scope, mark
      on conflict (scope, mark) do update
      set fingerprint = excluded.fingerprint, link = excluded.link, forgotten_at = excluded.forgotten_at""");

  private final Connection connection;
  private final LinkInserts inserts;
  private final SortedMap<Integer, Insertion> waiting = new TreeMap<>();
  private final SortedMap<Integer, InsertOutcome> outcomes = new TreeMap<>();
  private final List<MarkedLink> marked = new ArrayList<>();
  private final List<LinkKey> changed = new ArrayList<>();

  Wave(Connection connection, LinkInserts inserts) {
    this.connection = connection;
    this.inserts = inserts;
  }

  /**
   * @param place where it stands in the list; its outcome will stand there
   */
  void add(int place, Insertion insertion) {
    waiting.put(place, insertion);
  }

  /** What came of each, by its place. */
  SortedMap<Integer, InsertOutcome> decide() throws SQLException {
    replay();
    findEqual();
    insert();
    record();
    return outcomes;
  }

  /** The keys that were chosen and are now taken. */
  List<LinkKey> changed() {
    return changed;
  }

  /** The marks that were recorded. */
  List<IdempotencyMark> recorded() {
    return marked.stream().map(MarkedLink::mark).toList();
  }

  private void replay() throws SQLException {
    List<Map.Entry<Integer, IdempotencyMark>> marks = new ArrayList<>();
    waiting.forEach((place, insertion) -> {
      IdempotencyMark mark = insertion.mark();
      if (mark != null) {
        marks.add(Map.entry(place, mark));
      }
    });
    if (marks.isEmpty()) {
      return;
    }
    Map<Integer, LinkId> repeated = new HashMap<>();
    REPEATED.all(connection, row -> {
      int place = row.getInt("place");
      IdempotencyMark mark = requireNonNull(requireNonNull(waiting.get(place)).mark());
      if (row.getString("fingerprint").equals(mark.fingerprint())) {
        repeated.put(place, new LinkId(row.getObject("link", UUID.class)));
      } else {
        decided(place, new InsertOutcome.MarkMisused());
      }
      return place;
    }, Values.of("integer", marks, Map.Entry::getKey), Values.of("text", marks, entry -> entry.getValue().scope()),
        Values.of("text", marks, entry -> entry.getValue().key()),
        Values.of("timestamptz", marks, entry -> entry.getValue().at()));
    Map<LinkId, Link> links = linksWith(repeated.values());
    repeated.forEach((place, id) -> decided(place, new InsertOutcome.Replayed(there(links, id))));
  }

  /** A link is not its own equal: it would be inserted again, which changes nothing. */
  private void findEqual() throws SQLException {
    List<Map.Entry<Integer, Link>> wished = waiting.entrySet().stream().filter(entry -> entry.getValue().orEqual())
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().link())).toList();
    if (wished.isEmpty()) {
      return;
    }
    Map<Integer, Link> equals = new HashMap<>();
    EQUAL.all(connection, row -> equals.put(row.getInt("place"), LinkRow.read(row)), parametersOf(wished));
    equals.forEach((place, equal) -> {
      Insertion insertion = requireNonNull(waiting.get(place));
      if (!equal.id().equals(insertion.link().id())) {
        mark(insertion, equal.id());
        decided(place, new InsertOutcome.Found(equal));
      }
    });
  }

  private @Nullable Object[] parametersOf(List<Map.Entry<Integer, Link>> wished) {
    List<Link> links = wished.stream().map(Map.Entry::getValue).toList();
    return new @Nullable Object[]{Values.of("integer", wished, Map.Entry::getKey),
        Values.of("bigint", links, link -> TargetDigest.of(link.target())),
        Values.of("text", links, link -> link.target().value()),
        Values.of("integer", links, link -> inserts.domains().applyAsInt(link.key().host())),
        Values.of("timestamptz", links, link -> link.window().since()),
        Values.of("timestamptz", links, link -> link.window().until()), Values.of("bigint", links, Link::maxVisits),
        Values.of("smallint", links, link -> link.redirectStatus().code()),
        Values.of("text", links,
            link -> link.origin() instanceof CodeOrigin.Chosen ? link.key().code().value() : null)};
  }

  private void insert() throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    List<Link> links = waiting.values().stream().map(Insertion::link).toList();
    Set<LinkId> inserted = inserts.insert(connection, links);
    Map<LinkId, Link> standing = linksWith(
        links.stream().map(Link::id).filter(id -> !inserted.contains(id)).toList());
    links.stream().filter(link -> inserted.contains(link.id())).forEach(link -> {
      standing.put(link.id(), link);
      if (PostgresLinks.isLogged(link)) {
        changed.add(link.key());
      }
    });
    new TreeMap<>(waiting).forEach((place, insertion) -> {
      Link link = standing.get(insertion.link().id());
      if (link == null) {
        decided(place, new InsertOutcome.KeyTaken());
      } else {
        mark(insertion, link.id());
        decided(place, new InsertOutcome.Inserted(link));
      }
    });
  }

  private void record() throws SQLException {
    if (!marked.isEmpty()) {
      RECORD.run(connection, Values.of("text", marked, each -> each.mark.scope()),
          Values.of("text", marked, each -> each.mark.key()),
          Values.of("text", marked, each -> each.mark.fingerprint()),
          Values.of("uuid", marked, each -> each.link.value()),
          Values.of("timestamptz", marked, each -> each.mark.forgottenAt()));
    }
  }

  private void decided(int place, InsertOutcome outcome) {
    outcomes.put(place, outcome);
    waiting.remove(place);
  }

  private void mark(Insertion insertion, LinkId link) {
    IdempotencyMark mark = insertion.mark();
    if (mark != null) {
      marked.add(new MarkedLink(mark, link));
    }
  }

  private Map<LinkId, Link> linksWith(Collection<LinkId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return new HashMap<>();
    }
    return BY_ID.all(connection, LinkRow::read, Values.of("uuid", ids, LinkId::value)).stream()
        .collect(toMap(Link::id, link -> link, (one, _) -> one, HashMap::new));
  }

  private static Link there(Map<LinkId, Link> links, LinkId id) {
    Link link = links.get(id);
    if (link == null) {
      throw new IllegalStateException("a mark names a link that is not there: " + id);
    }
    return link;
  }

  /** A mark and the link it belongs to. */
  private record MarkedLink(IdempotencyMark mark, LinkId link) {}
}
