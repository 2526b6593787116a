package dev.hexlink.postgres.visits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.link.Link;
import dev.hexlink.postgres.StoreLinks;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.TemporaryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What no plan shows: how the statements inside a function of the store find their rows. */
@Tag("server")
@ExtendWith(SeededCases.class)
class SettlingPlanTest {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  /** Counts of earlier transactions are among these until the server has collected them. */
  private static final Sql READ_WHOLE = new Sql("select relname || ' ' || seq_scan from pg_stat_xact_user_tables "
      + "where seq_scan > 0 and relname not in ('visit_retention', 'link_purges') order by relname");

  @Test
  void settlingReadsNoWholeTable(Seeded some) {
    PostgresStore store = POSTGRES.store();
    PostgresVisits visits = new PostgresVisits(store);
    List<Link> links = some.links(2_000);
    StoreLinks.of(store).insert(links.subList(0, 1_000));
    StoreLinks.of(store).insert(links.subList(1_000, 2_000));
    for (int i = 0; i < 8; i++) {
      visits.settle(some.visits(links, some.epoch(), 0, 500));
    }
    new StoredVisits(POSTGRES.database()).change("analyze");
    List<String> readWhole = store.write(Pool.WORKER, connection -> {
      List<String> before = READ_WHOLE.all(connection, row -> row.getString(1));
      assertThat(new VisitSettling(some.visits(links, some.epoch(), 0, 500), null).run(connection).stored())
          .isEqualTo(500);
      List<String> after = new ArrayList<>(READ_WHOLE.all(connection, row -> row.getString(1)));
      after.removeAll(before);
      return after;
    }, VisitsUnavailable::new);
    assertThat(readWhole).isEmpty();
  }
}
