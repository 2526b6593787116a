package dev.hexlink.embedded.h2;

import dev.hexlink.domain.link.Host;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The row of each host. Rows are never taken back, so what was once seen committed stays true. */
@Singleton
final class Domains {
  private static final Sql ADD = new Sql("insert into domains (host) values (?) on conflict do nothing");
  private static final Sql ALL = new Sql("select id, host from domains");

  private final H2Store store;
  private final Map<Host, Integer> ids = new ConcurrentHashMap<>();

  Domains(H2Store store) {
    this.store = store;
  }

  /** Makes sure, in a transaction of its own, that each host has its row. */
  void register(Collection<Host> hosts, Outage outage) {
    List<Host> unknown = hosts.stream().distinct().filter(host -> !ids.containsKey(host)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    store.write(connection -> ADD.forEach(connection, unknown, host -> new Object[]{host.name()}), outage);
    store.read(connection -> ALL.all(connection,
        row -> ids.put(new Host(row.getString(2)), row.getInt(1))), outage);
  }

  /** The row of a host that was registered. */
  int idOf(Host host) {
    Integer id = ids.get(host);
    if (id == null) {
      throw new IllegalStateException("not registered: " + host);
    }
    return id;
  }
}
