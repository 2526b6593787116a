package dev.hexlink.postgres;

import dev.hexlink.domain.link.Host;
import dev.hexlink.postgres.store.Outage;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The row of each host. Rows are never taken back, so what was once seen committed stays true. */
@Singleton
final class Domains {
  private static final Sql ADD = new Sql(
      "insert into domains (host) select host from unnest(?) as g (host) order by host on conflict do nothing");
  private static final Sql ALL = new Sql("select id, host from domains");

  private final PostgresStore store;
  private final Map<Host, Integer> ids = new ConcurrentHashMap<>();

  Domains(PostgresStore store) {
    this.store = store;
  }

  /** Makes sure, in a transaction of its own, that each host has its row. */
  void register(Collection<Host> hosts, Outage outage) {
    if (unknown(hosts).isEmpty()) {
      return;
    }
    readAll(outage);
    List<Host> missing = unknown(hosts);
    if (!missing.isEmpty()) {
      store.writeAtOnce(Pool.API, connection -> ADD.run(connection, Values.of("text", missing, Host::name)), outage);
      readAll(outage);
    }
  }

  /** The row of a host that was registered. */
  int idOf(Host host) {
    Integer id = ids.get(host);
    if (id == null) {
      throw new IllegalStateException("not registered: " + host);
    }
    return id;
  }

  private List<Host> unknown(Collection<Host> hosts) {
    return hosts.stream().distinct().filter(host -> !ids.containsKey(host)).toList();
  }

  private void readAll(Outage outage) {
    store.read(Pool.API, connection -> ALL.all(connection, row -> ids.put(new Host(row.getString(2)), row.getInt(1))),
        outage);
  }
}
