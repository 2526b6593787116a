package dev.hexlink.postgres;

import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.InstallationUnavailable;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.StoreChoice;
import dev.hexlink.postgres.store.Work;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is fixed for good, in Postgres. It is read first, so that who comes later needs no right to write. */
@Singleton
@Named(StoreChoice.POSTGRES)
final class PostgresInstallation implements Installation {
  private static final Sql FACTS = new Sql(
      "select code_key, key_fingerprint, alphabet, shortest_length, stacks from installation");
  private static final Sql KEEP = new Sql("insert into installation (id, code_key, key_fingerprint, alphabet, "
      + "shortest_length, stacks) values (1, ?, ?, ?, ?, ?) on conflict do nothing");
  private static final Sql STACK = new Sql("select stack_index from stacks where name = ?");
  private static final Sql STACK_INDICES = new Sql("select stack_index from stacks");
  private static final Sql ADD_STACK = new Sql("insert into stacks (stack_index, name) values (?, ?)");
  private static final Sql SALT = new Sql("select high, low from visitor_salts where utc_day = ?");
  private static final Sql HAS_OLD_SALTS = new Sql("select 1 from visitor_salts where utc_day < ?");
  private static final Sql ADD_SALT = new Sql(
      "insert into visitor_salts (utc_day, high, low) values (?, ?, ?) on conflict do nothing");
  private static final Sql FORGET_SALTS = new Sql("delete from visitor_salts where utc_day < ?");

  private final PostgresStore store;
  private final Domains domains;

  PostgresInstallation(PostgresStore store, Domains domains) {
    this.store = store;
    this.domains = domains;
  }

  @Override
  public InstallationFacts keep(InstallationFacts proposed) {
    return kept().orElseGet(() -> write(connection -> {
      KEEP.run(connection, proposed.key(), proposed.keyFingerprint(), proposed.alphabet(), proposed.shortestLength(),
          proposed.stacks());
      return FACTS.first(connection, PostgresInstallation::facts).orElseThrow();
    }));
  }

  @Override
  public Optional<InstallationFacts> kept() {
    return read(connection -> FACTS.first(connection, PostgresInstallation::facts));
  }

  @Override
  public Stack stack(String name) {
    int index = read(connection -> indexOf(connection, name)).orElseGet(() -> write(connection -> {
      StoreLock.STACKS.take(connection);
      Optional<Integer> taken = indexOf(connection, name);
      return taken.isPresent() ? taken.get() : addStack(connection, name);
    }));
    return new Stack(name, index);
  }

  @Override
  public Optional<Stack> knownStack(String name) {
    return read(connection -> indexOf(connection, name)).map(index -> new Stack(name, index));
  }

  private static Optional<Integer> indexOf(Connection connection, String name) throws SQLException {
    return STACK.first(connection, row -> row.getInt(1), name);
  }

  private static int addStack(Connection connection, String name) throws SQLException {
    List<Integer> taken = STACK_INDICES.all(connection, row -> row.getInt(1));
    int free = IntStream.range(0, Stack.MOST).filter(index -> !taken.contains(index)).findFirst()
        .orElseThrow(() -> new IllegalStateException("all " + Stack.MOST + " stacks of this store are taken"));
    ADD_STACK.run(connection, free, new Stack(name, free).name());
    return free;
  }

  @Override
  public void register(Collection<Host> hosts) {
    domains.register(hosts, InstallationUnavailable::new);
  }

  @Override
  public VisitorSalt saltOf(LocalDate day, VisitorSalt proposed) {
    LocalDate yesterday = day.minusDays(1);
    return read(connection -> HAS_OLD_SALTS.finds(connection, yesterday)
        ? Optional.<VisitorSalt>empty()
        : SALT.first(connection, PostgresInstallation::salt, day))
        .orElseGet(() -> write(connection -> {
          FORGET_SALTS.run(connection, yesterday);
          ADD_SALT.run(connection, day, proposed.high(), proposed.low());
          return SALT.first(connection, PostgresInstallation::salt, day).orElseThrow();
        }));
  }

  private static InstallationFacts facts(ResultSet row) throws SQLException {
    return new InstallationFacts(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5));
  }

  private static VisitorSalt salt(ResultSet row) throws SQLException {
    return new VisitorSalt(row.getLong(1), row.getLong(2));
  }

  private <T> T read(Work<T> work) {
    return store.read(Pool.API, work, InstallationUnavailable::new);
  }

  private <T> T write(Work<T> work) {
    return store.write(Pool.API, work, InstallationUnavailable::new);
  }
}
