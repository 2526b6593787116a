package dev.hexlink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.contracts.Race;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.Title;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.TemporaryStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links are found by their words whether or not the index holds them, and in it by what they are now. */
@Tag("server")
@ExtendWith(SeededCases.class)
class WordIndexTest {
  private static final Sql MISSING = new Sql("select count(*) from links l where l.number <= "
      + "(select done from search_progress) and not exists (select 1 from link_words w where w.number = l.number)");
  private static final Sql STALE = new Sql(
      "select count(*) from links l join link_words w on w.number = l.number where w.words <> l.search_text");
  private static final Sql PENDING = new Sql(
      "select count(*) from links where number > (select done from search_progress)");

  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  private final PostgresStore store = POSTGRES.store();
  private final Links links = new PostgresLinks(store, new Domains(store));

  @Test
  void linksAreFoundBeforeAndAfterTheirWordsAreAdded(Seeded some) {
    Link link = some.fullLink(some.key(), new CodeOrigin.Drawn());
    links.insert(List.of(link));
    assertThat(found(link.key().code().value())).containsExactly(link);
    addAll();
    assertThat(found(link.key().code().value())).containsExactly(link);
    assertThat(found(link.target().host())).containsExactly(link);
  }

  @Test
  void whatChangesAfterwardsIsFoundAsItIs(Seeded some) {
    Link link = titled(some.link(), some.word());
    links.insert(List.of(link));
    addAll();
    Link next = titled(link.retired(link.createdAt()).restored(link.createdAt()), some.word());
    links.replace(link.retired(link.createdAt()));
    links.replace(next);
    assertThat(found(titleOf(link))).isEmpty();
    assertThat(found(titleOf(next))).containsExactly(next);
    addAll();
    assertThat(found(titleOf(next))).containsExactly(next);
  }

  @Test
  void whatChangesBeforehandIsFoundOnce(Seeded some) {
    Link link = titled(some.link(), some.word());
    links.insert(List.of(link));
    Link retired = link.retired(link.createdAt());
    Link next = titled(retired.restored(link.createdAt()), some.word());
    links.replace(retired);
    links.replace(next);
    assertThat(found(titleOf(next))).containsExactly(next);
    addAll();
    assertThat(found(titleOf(next))).containsExactly(next);
    assertThat(found(titleOf(link))).isEmpty();
  }

  @Test
  void aLinkThatAppearsLateIsNotPassedOver(Seeded some) throws SQLException {
    Link late = some.link();
    Domains domains = new Domains(store);
    domains.register(List.of(Host.DEFAULT), LinksUnavailable::new);
    try (Connection connection = POSTGRES.database().connect()) {
      connection.setAutoCommit(false);
      new LinkInserts(domains::idOf).insert(connection, List.of(late));
      links.insert(List.of(some.link()));
      new WordIndex(store).addMissing();
      connection.commit();
    }
    assertThat(found(late.key().code().value())).containsExactly(late);
    addAll();
    assertThat(found(late.key().code().value())).containsExactly(late);
  }

  @Test
  void noLinkIsMissedWhileOthersInsertAndChange(Seeded some) {
    int writers = 6;
    List<List<Link>> lists = IntStream.range(0, writers).mapToObj(_ -> some.links(60)).toList();
    AtomicInteger writing = new AtomicInteger(writers);
    Race.each(writers + 2, i -> {
      if (i < writers) {
        try {
          write(lists.get(i));
        } finally {
          writing.decrementAndGet();
        }
      } else {
        while (writing.get() > 0) {
          new WordIndex(POSTGRES.store()).addMissing();
        }
      }
    });
    assertThat(count(MISSING)).as("links below the number that is done, and yet not there").isZero();
    assertThat(count(STALE)).as("words of links as they were").isZero();
    addAll();
    assertThat(count(MISSING)).isZero();
    assertThat(count(STALE)).isZero();
  }

  private void write(List<Link> list) {
    List<Link> inserted = new ArrayList<>();
    for (int i = 0; i < list.size(); i += 3) {
      links.insert(list.subList(i, i + 3));
      inserted.add(list.get(i));
      Link earlier = inserted.get(i / 6);
      if (i % 2 == 0) {
        links.replace(changed(earlier));
      }
    }
  }

  /** Until nothing waits: somebody else may be adding, too. */
  private void addAll() {
    while (count(PENDING) > 0) {
      new WordIndex(store).addMissing();
    }
  }

  private List<Link> found(String word) {
    return links.list(new LinkQuery(10, null, List.of(word), List.of(), null)).links();
  }

  private long count(Sql sql) {
    return store.read(Pool.API, connection -> sql.first(connection, row -> row.getLong(1)).orElseThrow(),
        LinksUnavailable::new);
  }

  private static String titleOf(Link link) {
    return link.title() == null ? "" : link.title().value();
  }

  private static Link titled(Link link, String title) {
    return new Link(link.id(), link.key(), link.origin(), link.target(), new Title(title), link.tags(), link.note(),
        link.window(), link.maxVisits(), link.redirectStatus(), link.createdAt(), link.updatedAt(), link.retiredAt(),
        link.version());
  }

  private static Link changed(Link link) {
    return titled(link, "changed").retired(link.createdAt());
  }
}
