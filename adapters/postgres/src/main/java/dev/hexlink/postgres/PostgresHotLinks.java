package dev.hexlink.postgres;

import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.Route;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.StoreChoice;
import dev.hexlink.postgres.store.Work;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** The links worth remembering, as the primary tells: a replica may lag behind the log of changes. */
@Singleton
@Named(StoreChoice.POSTGRES)
final class PostgresHotLinks implements HotLinks {
  private static final Sql PINNED = new Sql("select " + LinkRow.COLUMNS + " from pinned_links p "
      + "join links l on l.id = p.link join domains d on d.id = l.domain_id "
      + "where l.retired_at is null order by p.position");
  private static final Sql IS_PINNED = new Sql("select 1 from pinned_links where link = ?");
  private static final Sql PIN = new Sql("insert into pinned_links (link) select id from links "
      + "where id = ? and (select count(*) from pinned_links) < ?");
  private static final Sql UNPIN = new Sql("delete from pinned_links where link = ?");

  private final PostgresStore store;

  PostgresHotLinks(PostgresStore store) {
    this.store = store;
  }

  @Override
  public List<Route> hottest(Instant since, int most) {
    return read(connection -> new HottestLinks(since, most).in(connection));
  }

  @Override
  public List<Route> drawn(RandomGenerator random, int most) {
    return read(connection -> new DrawnLinks(random, most).in(connection));
  }

  @Override
  public List<Route> pinned() {
    return read(connection -> PINNED.all(connection, LinkRow::read)).stream().map(Link::route).toList();
  }

  @Override
  public boolean pin(LinkId link) {
    return store.write(Pool.API, connection -> {
      StoreLock.PINS.take(connection);
      return IS_PINNED.finds(connection, link.value()) || PIN.run(connection, link.value(), MOST_PINNED) == 1;
    }, LinksUnavailable::new);
  }

  @Override
  public void unpin(LinkId link) {
    store.writeAtOnce(Pool.API, connection -> UNPIN.run(connection, link.value()), LinksUnavailable::new);
  }

  private <T> T read(Work<T> work) {
    return store.read(Pool.API, work, LinksUnavailable::new);
  }
}
