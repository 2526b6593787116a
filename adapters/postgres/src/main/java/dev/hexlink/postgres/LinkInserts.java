package dev.hexlink.postgres;

import static java.util.stream.Collectors.toCollection;

import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The insertion of links, each with its tags and its counter value, in one statement; and the log of changes. Rows are put in by the order of their
 * keys, so that two who insert the same keys wait for one another rather than each for the other.
 *
 * @param domains tells the row of a host
 */
record LinkInserts(ToIntFunction<Host> domains) {
  private static final Sql INSERT = new Sql("""
      with given as (
        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as g (id,
          domain_id, code, origin, counter_value, target, target_host, target_digest, title, tags, note, search_text,
          valid_since, valid_until, max_visits, redirect_status, created_at, updated_at, retired_at, version, place)
      ), inserted as (
        insert into links (id, domain_id, code, origin, counter_value, target, target_host, target_digest, title, tags,
          note, search_text, valid_since, valid_until, max_visits, redirect_status, created_at, updated_at, retired_at,
          version)
        select id, domain_id, code, origin, counter_value, target, target_host, target_digest, title, tags,
          note, search_text, valid_since, valid_until, max_visits, redirect_status, created_at, updated_at, retired_at,
          version from given order by domain_id, code, place
        on conflict do nothing returning id, created_at, counter_value
      ), tagged as (
        insert into link_tags (tag, created_at, link)
        select t.tag, i.created_at, i.id from unnest(?, ?) as t (tag, link) join inserted i on i.id = t.link
      ), lifted as (
        update highest_values h set highest = m.highest
        from (select counter_value % 16 as stack_index, max(counter_value) as highest from inserted
          where counter_value is not null group by 1) m
        where h.stack_index = m.stack_index and h.highest < m.highest
      )
      select id from inserted""");
  private static final Sql THERE = new Sql("select id from links where id = any(?)");
  private static final Sql LOG = new Sql("""
      insert into link_changes (domain_id, code)
      select domain_id, code from unnest(?, ?) with ordinality as g (domain_id, code, place) order by place""");

  /** The ids of the links that were not there before; of two with the same id, the first is inserted. */
  Set<LinkId> insert(Connection connection, Collection<Link> links) throws SQLException {
    Map<LinkId, Link> distinct = new LinkedHashMap<>();
    links.forEach(link -> distinct.putIfAbsent(link.id(), link));
    List<Link> rows = List.copyOf(distinct.values());
    List<Tagging> taggings = rows.stream().flatMap(link -> link.tags().stream().map(tag -> new Tagging(tag, link.id())))
        .toList();
    @Nullable
    Object[] parameters = Stream
        .concat(Arrays.stream(LinkRow.columnsOf(rows, domains)),
            Stream.of(Values.of("text", taggings, tagging -> tagging.tag.value()),
                Values.of("uuid", taggings, tagging -> tagging.link.value())))
        .toArray();
    return new HashSet<>(INSERT.all(connection, row -> new LinkId(row.getObject(1, UUID.class)), parameters));
  }

  /** Those of the ids that no link has. */
  static Set<LinkId> strangersAmong(Connection connection, Collection<LinkId> ids) throws SQLException {
    Set<LinkId> strangers = ids.stream().collect(toCollection(HashSet::new));
    if (!strangers.isEmpty()) {
      THERE.all(connection, row -> strangers.remove(new LinkId(row.getObject(1, UUID.class))),
          Values.of("uuid", ids, LinkId::value));
    }
    return strangers;
  }

  /** Logs changes, last in their transaction: nobody else writes into the log until it ends. */
  void log(Connection connection, Collection<LinkKey> changed) throws SQLException {
    if (!changed.isEmpty()) {
      LOG.run(connection, Values.of("integer", changed, key -> domains.applyAsInt(key.host())),
          Values.of("text", changed, key -> key.code().value()));
    }
  }

  /** A tag on a link. */
  private record Tagging(Tag tag, LinkId link) {}
}
