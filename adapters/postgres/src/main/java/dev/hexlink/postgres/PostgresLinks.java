package dev.hexlink.postgres;

import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.LinkChange;
import dev.hexlink.application.spi.LinkPage;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.StoreChoice;
import dev.hexlink.postgres.store.Work;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The authority on links in Postgres: its unique indexes are the only judges of who has a key. */
@Singleton
@Named(StoreChoice.POSTGRES)
final class PostgresLinks implements Links {
  private static final Sql FIND = new Sql("select " + LinkRow.COLUMNS
      + " from domains d join links l on l.domain_id = d.id where d.host = ? and l.code = ?");
  private static final Sql REPLACE = new Sql("""
      with updated as (
        update links set target = ?, target_host = ?, target_digest = ?, title = ?, tags = ?, note = ?, search_text = ?,
          valid_since = ?, valid_until = ?, max_visits = ?, redirect_status = ?, updated_at = ?, retired_at = ?,
          version = ? where id = ? and version = ? returning id, number, created_at, search_text
      ), wished as (
        select tag from unnest(?) as g (tag)
      ), removed as (
        delete from link_tags t using updated u where t.link = u.id and t.tag not in (select tag from wished)
      ), added as (
        insert into link_tags (tag, created_at, link) select w.tag, u.created_at, u.id from updated u, wished w
        on conflict do nothing
      ), reworded as (
        insert into link_words (number, words) select number, search_text from updated
        on conflict (number) do update set words = excluded.words
      )
      select id from updated""");
  private static final Sql CHANGES = new Sql("select c.position, d.host, c.code from link_changes c join domains d "
      + "on d.id = c.domain_id where c.position > ? order by c.position limit ?");
  private static final Sql LATEST = new Sql("select coalesce(max(position), 0) from link_changes");
  private static final Sql HIGHEST = new Sql(
      "select highest from highest_values where stack_index = ? and highest >= 0");

  private final PostgresStore store;
  private final Domains domains;
  private final LinkInserts inserts;
  private final ConditionalInserts conditionalInserts;
  private final WordIndex words;

  PostgresLinks(PostgresStore store, Domains domains) {
    this.store = store;
    this.domains = domains;
    this.inserts = new LinkInserts(domains::idOf);
    this.conditionalInserts = new ConditionalInserts(inserts);
    this.words = new WordIndex(store);
  }

  @Override
  public Set<LinkId> insert(List<Link> links) {
    if (links.isEmpty()) {
      return Set.of();
    }
    register(links);
    Set<LinkId> inserted = links.stream().anyMatch(PostgresLinks::isLogged)
        ? store.write(Pool.API, connection -> insertAndLog(connection, links), LinksUnavailable::new)
        : store.writeAtOnce(Pool.API, connection -> inserts.insert(connection, links), LinksUnavailable::new);
    words.catchUp();
    List<LinkId> others = links.stream().map(Link::id).filter(id -> !inserted.contains(id)).toList();
    return others.isEmpty()
        ? Set.of()
        : read(Pool.API, connection -> LinkInserts.strangersAmong(connection, others));
  }

  private Set<LinkId> insertAndLog(Connection connection, List<Link> links) throws SQLException {
    Set<LinkId> inserted = inserts.insert(connection, links);
    inserts.log(connection,
        links.stream().filter(link -> isLogged(link) && inserted.contains(link.id())).map(Link::key).toList());
    return inserted;
  }

  /** Nobody can have asked for a generated code before. */
  static boolean isLogged(Link link) {
    return link.origin() instanceof CodeOrigin.Chosen;
  }

  @Override
  public List<InsertOutcome> insertEach(List<Insertion> insertions) {
    if (insertions.isEmpty()) {
      return List.of();
    }
    register(insertions.stream().map(Insertion::link).toList());
    return store.write(Pool.API, connection -> conditionalInserts.insertEach(connection, insertions),
        LinksUnavailable::new);
  }

  @Override
  public Optional<Link> find(LinkKey key) {
    return read(Pool.REDIRECT,
        connection -> FIND.first(connection, LinkRow::read, key.host().name(), key.code().value()));
  }

  @Override
  public boolean replace(Link next) {
    register(List.of(next));
    return store.write(Pool.API, connection -> {
      boolean replaced = REPLACE.finds(connection, LinkRow.toReplace(next));
      if (replaced) {
        inserts.log(connection, List.of(next.key()));
      }
      return replaced;
    }, LinksUnavailable::new);
  }

  @Override
  public LinkPage list(LinkQuery query) {
    if (!query.words().isEmpty()) {
      words.catchUp();
    }
    return read(Pool.API, connection -> new LinkPages(query, WordIndex.doneOf(connection, query)).read(connection));
  }

  @Override
  public List<LinkChange> changesAfter(long after, int limit) {
    return read(Pool.REDIRECT, connection -> CHANGES.all(connection, row -> new LinkChange(row.getLong(1),
        new LinkKey(new Host(row.getString(2)), new ShortCode(row.getString(3)))), after, limit));
  }

  @Override
  public long latestChange() {
    return read(Pool.REDIRECT, connection -> LATEST.first(connection, row -> row.getLong(1))).orElse(0L);
  }

  @Override
  public OptionalLong highestValue(Stack stack) {
    return read(Pool.API, connection -> HIGHEST.first(connection, row -> row.getLong(1), stack.index()))
        .map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private void register(List<Link> links) {
    domains.register(links.stream().map(link -> link.key().host()).toList(), LinksUnavailable::new);
  }

  private <T> T read(Pool pool, Work<T> work) {
    return store.read(pool, work, LinksUnavailable::new);
  }
}
