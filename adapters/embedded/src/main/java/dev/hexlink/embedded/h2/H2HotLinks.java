package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.Route;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The links worth remembering, as the H2 file tells. */
@Singleton
@Named("h2")
final class H2HotLinks implements HotLinks {
  private static final Sql PINNED = new Sql("select " + LinkRow.COLUMNS + " from pinned_links p "
      + "left join links l on l.number = p.link left join domains d on d.id = l.domain_id "
      + "where l.retired_at is null order by p.position");
  private static final Sql IS_PINNED = new Sql("select 1 from pinned_links where link = ?");
  private static final Sql COUNT = new Sql("select count(*) from pinned_links");
  private static final Sql PIN = new Sql("insert into pinned_links (link) values (?)");
  private static final Sql UNPIN = new Sql(
      "delete from pinned_links where link = (select number from links where id = ?)");

  private final H2Store store;

  H2HotLinks(H2Store store) {
    this.store = store;
  }

  @Override
  public List<Route> hottest(Instant since, int most) {
    return store.read(connection -> new HottestLinks(since, most).in(connection), LinksUnavailable::new);
  }

  @Override
  public List<Route> drawn(RandomGenerator random, int most) {
    return store.read(connection -> new DrawnLinks(random, most).in(connection), LinksUnavailable::new);
  }

  @Override
  public List<Route> pinned() {
    return store.read(connection -> PINNED.all(connection, LinkRow::read), LinksUnavailable::new).stream()
        .map(Link::route).toList();
  }

  @Override
  public boolean pin(LinkId link) {
    return store.write(connection -> {
      Optional<Long> number = LinkNumbers.of(connection, link);
      return number.isPresent() && (IS_PINNED.finds(connection, number.get()) || add(connection, number.get()));
    }, LinksUnavailable::new);
  }

  private static boolean add(Connection connection, long number) throws SQLException {
    return COUNT.first(connection, row -> row.getInt(1)).orElse(0) < MOST_PINNED && PIN.run(connection, number) == 1;
  }

  @Override
  public void unpin(LinkId link) {
    store.write(connection -> UNPIN.run(connection, link.value()), LinksUnavailable::new);
  }
}
