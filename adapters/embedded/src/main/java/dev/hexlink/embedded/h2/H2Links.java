package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.LinkChange;
import dev.hexlink.application.spi.LinkPage;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The authority on links in the H2 file: one writer, so what a transaction has read stays true until it commits. */
@Singleton
@Named("h2")
final class H2Links implements Links {
  private static final Sql FIND = new Sql("select " + LinkRow.COLUMNS
      + " from domains d join links l on l.domain_id = d.id where d.host = ? and l.code = ?");
  private static final Sql CHANGES = new Sql("select c.position, d.host, c.code from link_changes c join domains d "
      + "on d.id = c.domain_id where c.position > ? order by c.position fetch first ? rows only");
  private static final Sql LATEST = new Sql("select coalesce(max(position), 0) from link_changes");
  private static final Sql HIGHEST = new Sql("select highest from highest_values where stack_index = ?");

  private final H2Store store;
  private final Domains domains;
  private final LinkInserts inserts;
  private final ConditionalInserts conditionalInserts;

  H2Links(H2Store store, Domains domains) {
    this.store = store;
    this.domains = domains;
    this.inserts = new LinkInserts(domains);
    this.conditionalInserts = new ConditionalInserts(inserts);
  }

  @Override
  public Set<LinkId> insert(List<Link> links) {
    if (links.isEmpty()) {
      return Set.of();
    }
    register(links);
    return store.write(connection -> inserts.insert(connection, links), LinksUnavailable::new);
  }

  @Override
  public List<InsertOutcome> insertEach(List<Insertion> insertions) {
    register(insertions.stream().map(Insertion::link).toList());
    return store.write(connection -> {
      List<InsertOutcome> outcomes = new ArrayList<>(insertions.size());
      for (Insertion insertion : insertions) {
        outcomes.add(conditionalInserts.insert(connection, insertion));
      }
      return outcomes;
    }, LinksUnavailable::new);
  }

  @Override
  public Optional<Link> find(LinkKey key) {
    return store.read(
        connection -> FIND.first(connection, LinkRow::read, key.host().name(), key.code().value()),
        LinksUnavailable::new);
  }

  @Override
  public boolean replace(Link next) {
    register(List.of(next));
    return store.write(connection -> {
      if (LinkRow.REPLACE.run(connection, LinkRow.toReplace(next)) == 0) {
        return false;
      }
      inserts.replaceTags(connection, next);
      inserts.log(connection, List.of(next));
      return true;
    }, LinksUnavailable::new);
  }

  @Override
  public LinkPage list(LinkQuery query) {
    return store.read(connection -> new LinkPages(query).read(connection), LinksUnavailable::new);
  }

  @Override
  public List<LinkChange> changesAfter(long after, int limit) {
    return store.read(connection -> CHANGES.all(connection, row -> new LinkChange(row.getLong(1),
        new LinkKey(new Host(row.getString(2)), new ShortCode(row.getString(3)))), after, limit),
        LinksUnavailable::new);
  }

  @Override
  public long latestChange() {
    return store.read(connection -> LATEST.first(connection, row -> row.getLong(1)), LinksUnavailable::new).orElse(0L);
  }

  @Override
  public OptionalLong highestValue(Stack stack) {
    return store.read(connection -> HIGHEST.first(connection, row -> row.getLong(1), stack.index()),
        LinksUnavailable::new).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private void register(List<Link> links) {
    domains.register(links.stream().map(link -> link.key().host()).toList(), LinksUnavailable::new);
  }
}
