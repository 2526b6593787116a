package dev.hexlink.postgres.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.contracts.Race;
import dev.hexlink.contracts.servers.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStoreTest {
  private static final Sql DOMAINS = new Sql("select count(*) from domains");

  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  @Test
  void instancesThatStartAtOnceMakeOneSchema() {
    TestDatabase database = POSTGRES.newDatabase();
    List<Long> counts = Race.of(8, _ -> domainsIn(POSTGRES.storeIn(database)));
    assertThat(counts).hasSize(8).containsOnly(1L);
  }

  private static long domainsIn(PostgresStore store) {
    return store.read(Pool.API, connection -> DOMAINS.first(connection, row -> row.getLong(1)).orElseThrow(),
        LinksUnavailable::new);
  }
}
