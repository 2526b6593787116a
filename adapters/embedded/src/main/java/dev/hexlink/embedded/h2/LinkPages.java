package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.LinkCursor;
import dev.hexlink.application.spi.LinkPage;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.Tag;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page of links, read along an index: that of the rarest condition there is, a tag if one is asked for, else each host's links by birth. */
record LinkPages(LinkQuery query) {
  private static final Comparator<Link> NEWEST_FIRST = Comparator.comparing(Link::createdAt).thenComparing(Link::id)
      .reversed();
  private static final Sql HOSTS = new Sql("select host from domains");

  LinkPage read(Connection connection) throws SQLException {
    List<Link> links = query.tags().isEmpty() ? byHosts(connection) : byTag(connection);
    boolean hasMore = links.size() > query.limit();
    return new LinkPage(hasMore ? links.subList(0, query.limit()) : links, hasMore);
  }

  /** One host after the other, each along its own index, then put together: no host's many links hide another's few. */
  private List<Link> byHosts(Connection connection) throws SQLException {
    List<Link> links = new ArrayList<>();
    for (Host host : hosts(connection)) {
      List<@Nullable Object> parameters = new ArrayList<>(List.of(host.name()));
      String sql = "select " + LinkRow.COLUMNS
          + " from links l use index (links_by_birth) join domains d on d.id = l.domain_id"
          + " where l.domain_id = (select id from domains where host = ?) and l.retired_at is null"
          + after("l.created_at", "l.id", parameters) + words(parameters)
          + " order by l.created_at desc, l.id desc fetch first ? rows only";
      parameters.add(query.limit() + 1);
      links.addAll(new Sql(sql).all(connection, LinkRow::read, parameters.toArray()));
    }
    return links.stream().sorted(NEWEST_FIRST).limit(query.limit() + 1L).toList();
  }

  private List<Host> hosts(Connection connection) throws SQLException {
    Host host = query.host();
    return host == null ? HOSTS.all(connection, row -> new Host(row.getString(1))) : List.of(host);
  }

  private List<Link> byTag(Connection connection) throws SQLException {
    List<@Nullable Object> parameters = new ArrayList<>(List.of(query.tags().getFirst().value()));
    StringBuilder sql = new StringBuilder("select " + LinkRow.COLUMNS
        + " from link_tags t use index (link_tags_by_tag) join links l on l.id = t.link join domains d on d.id = l.domain_id"
        + " where t.tag = ? and l.retired_at is null").append(after("t.created_at", "t.link", parameters));
    for (Tag tag : query.tags().subList(1, query.tags().size())) {
      sql.append(" and exists (select 1 from link_tags o where o.link = t.link and o.tag = ?)");
      parameters.add(tag.value());
    }
    Host host = query.host();
    if (host != null) {
      sql.append(" and d.host = ?");
      parameters.add(host.name());
    }
    sql.append(words(parameters)).append(" order by t.created_at desc, t.link desc fetch first ? rows only");
    parameters.add(query.limit() + 1);
    return new Sql(sql.toString()).all(connection, LinkRow::read, parameters.toArray());
  }

  private String after(String createdAt, String id, List<@Nullable Object> parameters) {
    LinkCursor cursor = query.after();
    if (cursor == null) {
      return "";
    }
    parameters.add(cursor.createdAt());
    parameters.add(cursor.createdAt());
    parameters.add(cursor.id().value());
    return " and " + createdAt + " <= ? and (" + createdAt + " < ? or " + id + " < ?)";
  }

  private String words(List<@Nullable Object> parameters) {
    query.words().forEach(word -> parameters.add("%" + literally(word.toLowerCase(Locale.ROOT)) + "%"));
    return " and l.search_text like ? escape '!'".repeat(query.words().size());
  }

  private static String literally(String word) {
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
