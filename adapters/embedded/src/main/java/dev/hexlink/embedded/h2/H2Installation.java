package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.InstallationUnavailable;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
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

/** What is fixed for good, in the H2 file. */
@Singleton
@Named("h2")
final class H2Installation implements Installation {
  private static final Sql FACTS = new Sql(
      "select code_key, key_fingerprint, alphabet, shortest_length, stacks from installation");
  private static final Sql KEEP = new Sql(
      "insert into installation (id, code_key, key_fingerprint, alphabet, shortest_length, "
          + "stacks) values (1, ?, ?, ?, ?, ?) on conflict do nothing");
  private static final Sql STACK = new Sql("select stack_index from stacks where name = ?");
  private static final Sql STACK_INDICES = new Sql("select stack_index from stacks");
  private static final Sql ADD_STACK = new Sql("insert into stacks (stack_index, name) values (?, ?)");
  private static final Sql SALT = new Sql("select high, low from visitor_salts where utc_day = ?");
  private static final Sql ADD_SALT = new Sql(
      "insert into visitor_salts (utc_day, high, low) values (?, ?, ?) on conflict do nothing");
  private static final Sql FORGET_SALTS = new Sql("delete from visitor_salts where utc_day < ?");

  private final H2Store store;
  private final Domains domains;

  H2Installation(H2Store store, Domains domains) {
    this.store = store;
    this.domains = domains;
  }

  @Override
  public InstallationFacts keep(InstallationFacts proposed) {
    return store.write(connection -> {
      KEEP.run(connection, proposed.key(), proposed.keyFingerprint(), proposed.alphabet(), proposed.shortestLength(),
          proposed.stacks());
      return FACTS.first(connection, H2Installation::facts).orElseThrow();
    }, InstallationUnavailable::new);
  }

  @Override
  public Optional<InstallationFacts> kept() {
    return store.read(connection -> FACTS.first(connection, H2Installation::facts), InstallationUnavailable::new);
  }

  @Override
  public Stack stack(String name) {
    return store.write(connection -> {
      Optional<Integer> index = STACK.first(connection, row -> row.getInt(1), name);
      return new Stack(name, index.isPresent() ? index.get() : addStack(connection, name));
    }, InstallationUnavailable::new);
  }

  @Override
  public Optional<Stack> knownStack(String name) {
    return store.read(connection -> STACK.first(connection, row -> new Stack(name, row.getInt(1)), name),
        InstallationUnavailable::new);
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
    return store.write(connection -> {
      FORGET_SALTS.run(connection, day.minusDays(1));
      ADD_SALT.run(connection, day, proposed.high(), proposed.low());
      return SALT.first(connection, row -> new VisitorSalt(row.getLong(1), row.getLong(2)), day).orElseThrow();
    }, InstallationUnavailable::new);
  }

  private static InstallationFacts facts(ResultSet row) throws SQLException {
    return new InstallationFacts(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5));
  }
}
