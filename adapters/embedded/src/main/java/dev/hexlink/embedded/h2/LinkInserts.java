package dev.hexlink.embedded.h2;

import static java.util.stream.Collectors.toMap;

import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.Tag;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The insertion of links, with what belongs to each: its tags, its line in the log, its counter value. Runs inside the caller's transaction. */
record LinkInserts(Domains domains) {
  private static final Sql IS_THERE = new Sql("select 1 from links where id = ?");
  private static final Sql ADD_TAG = new Sql("insert into link_tags (tag, created_at, link) values (?, ?, ?)");
  private static final Sql REMOVE_TAGS = new Sql("delete from link_tags where link = ?");
  private static final Sql LOG = new Sql("insert into link_changes (domain_id, code) values (?, ?)");
  private static final Sql LIFT_HIGHEST = new Sql(
      "update highest_values set highest = greatest(highest, ?) where stack_index = ?");
  private static final Sql BEGIN_HIGHEST = new Sql(
      "insert into highest_values (stack_index, highest) values (?, ?) on conflict do nothing");

  /** The ids of those whose key another link has. */
  Set<LinkId> insert(Connection connection, List<Link> links) throws SQLException {
    int[] inserted = LinkRow.INSERT.forEach(connection, links,
        link -> LinkRow.toInsert(link, domains.idOf(link.key().host())));
    List<Link> standing = new ArrayList<>(links.size());
    Set<LinkId> refused = new HashSet<>();
    for (int i = 0; i < inserted.length; i++) {
      Link link = links.get(i);
      if (inserted[i] > 0) {
        standing.add(link);
      } else if (!IS_THERE.finds(connection, link.id().value())) {
        refused.add(link.id());
      }
    }
    addTags(connection, standing);
    log(connection, standing.stream().filter(link -> link.origin() instanceof CodeOrigin.Chosen).toList());
    noteValues(connection, standing);
    return refused;
  }

  void replaceTags(Connection connection, Link link) throws SQLException {
    REMOVE_TAGS.run(connection, link.id().value());
    addTags(connection, List.of(link));
  }

  void log(Connection connection, List<Link> changed) throws SQLException {
    LOG.forEach(connection, changed,
        link -> new Object[]{domains.idOf(link.key().host()), link.key().code().value()});
  }

  static void addTags(Connection connection, List<Link> links) throws SQLException {
    List<Tagging> taggings = links.stream()
        .flatMap(link -> link.tags().stream().map(tag -> new Tagging(tag, link))).toList();
    ADD_TAG.forEach(connection, taggings,
        tagging -> new Object[]{tagging.tag.value(), tagging.link.createdAt(), tagging.link.id().value()});
  }

  private static void noteValues(Connection connection, List<Link> links) throws SQLException {
    Map<Integer, Long> highest = links.stream().map(Link::origin).filter(CodeOrigin.Counted.class::isInstance)
        .map(origin -> ((CodeOrigin.Counted) origin).value())
        .collect(toMap(value -> (int) (value % Stack.MOST), value -> value, Math::max, TreeMap::new));
    for (Map.Entry<Integer, Long> entry : highest.entrySet()) {
      if (LIFT_HIGHEST.run(connection, entry.getValue(), entry.getKey()) == 0) {
        BEGIN_HIGHEST.run(connection, entry.getKey(), entry.getValue());
      }
    }
  }

  /** A tag on a link. */
  private record Tagging(Tag tag, Link link) {}
}
