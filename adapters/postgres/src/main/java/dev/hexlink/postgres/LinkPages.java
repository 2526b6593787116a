package dev.hexlink.postgres;

import dev.hexlink.application.spi.LinkCursor;
import dev.hexlink.application.spi.LinkPage;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.postgres.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A page of links, read along an index: that of a tag if one is asked for, else each host's links by birth, or those that hold the words where these
 * are rare.
 */
final class LinkPages {
  private static final char NEVER_KEPT = '\0';

  private final LinkQuery query;
  private final OptionalLong indexed;
  private final StringBuilder sql = new StringBuilder("select ").append(LinkRow.COLUMNS);
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /**
   * @param indexed the number up to which links are found by their words; empty when none are
   */
  LinkPages(LinkQuery query, OptionalLong indexed) {
    this.query = query;
    this.indexed = indexed;
  }

  LinkPage read(Connection connection) throws SQLException {
    if (query.words().stream().anyMatch(word -> word.indexOf(NEVER_KEPT) >= 0)) {
      return new LinkPage(List.of(), false);
    }
    if (query.tags().isEmpty()) {
      byHosts();
    } else {
      byTag();
    }
    List<Link> links = new Sql(sql.toString()).all(connection, LinkRow::read, parameters.toArray());
    boolean hasMore = links.size() > query.limit();
    return new LinkPage(hasMore ? links.subList(0, query.limit()) : links, hasMore);
  }

  /** Each host's newest along its own index, then put together: no host's many links hide another's few. */
  private void byHosts() {
    sql.append(" from domains d cross join lateral (");
    if (indexed.isEmpty()) {
      newestOfHost("links l where true", "l.search_text");
    } else {
      newestOfHost("link_words w join links l on l.number = w.number where w.number <= ?", "w.words");
      sql.append(" union all ");
      newestOfHost("links l where l.number > ?", "l.search_text");
    }
    sql.append(") l where true");
    host();
    newestFirst("l.created_at", "l.id");
  }

  private void newestOfHost(String from, String text) {
    sql.append("(select l.* from ").append(from);
    if (from.contains("?")) {
      parameters.add(indexed.orElseThrow());
    }
    sql.append(" and l.domain_id = d.id and l.retired_at is null");
    after("l.created_at", "l.id");
    words(text);
    newestFirst("l.created_at", "l.id");
    sql.append(")");
  }

  private void byTag() {
    sql.append(" from link_tags t join links l on l.id = t.link join domains d on d.id = l.domain_id"
        + " where t.tag = ? and l.retired_at is null");
    parameters.add(query.tags().getFirst().value());
    after("t.created_at", "t.link");
    for (Tag tag : query.tags().subList(1, query.tags().size())) {
      sql.append(" and exists (select 1 from link_tags o where o.link = t.link and o.tag = ?)");
      parameters.add(tag.value());
    }
    host();
    words("l.search_text");
    newestFirst("t.created_at", "t.link");
  }

  private void after(String createdAt, String id) {
    LinkCursor cursor = query.after();
    if (cursor != null) {
      sql.append(" and (").append(createdAt).append(", ").append(id).append(") < (?, ?)");
      parameters.add(cursor.createdAt());
      parameters.add(cursor.id().value());
    }
  }

  private void host() {
    Host host = query.host();
    if (host != null) {
      sql.append(" and d.host = ?");
      parameters.add(host.name());
    }
  }

  private void words(String text) {
    sql.append((" and " + text + " like ?").repeat(query.words().size()));
    query.words().forEach(word -> parameters.add("%" + literally(word.toLowerCase(Locale.ROOT)) + "%"));
  }

  /** One more than the page holds tells whether more follow. */
  private void newestFirst(String createdAt, String id) {
    sql.append(" order by ").append(createdAt).append(" desc, ").append(id).append(" desc limit ?");
    parameters.add(query.limit() + 1);
  }

  private static String literally(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
