package dev.hexlink.postgres;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.StoreChoice;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Each stack's next count, in a row that every lease moves. */
@Singleton
@Named(StoreChoice.POSTGRES)
final class PostgresCodeCounter implements CodeCounter {
  private static final int LARGEST_BLOCK = 100_000;
  private static final Sql LEASE = new Sql("insert into code_leases as c (stack_index, next_count) values (?, ?) "
      + "on conflict (stack_index) do update set next_count = c.next_count + excluded.next_count where c.next_count <= ? "
      + "returning next_count");
  private static final Sql RAISE = new Sql("insert into code_leases as c (stack_index, next_count) values (?, ?) "
      + "on conflict (stack_index) do update set next_count = excluded.next_count "
      + "where c.next_count < excluded.next_count");

  private final PostgresStore store;

  PostgresCodeCounter(PostgresStore store) {
    this.store = store;
  }

  @Override
  public CodeBlock lease(Stack stack, int size) {
    if (size < 1 || size > LARGEST_BLOCK) {
      throw new IllegalArgumentException("a block has 1 to " + LARGEST_BLOCK + " counts, not " + size);
    }
    long end = store.writeAtOnce(Pool.API,
        connection -> LEASE.first(connection, row -> row.getLong(1), stack.index(), size, Long.MAX_VALUE - size),
        CodeCounterUnavailable::new)
        .orElseThrow(() -> new CodeCounterUnavailable("stack " + stack.name() + " has no counts left"));
    return new CodeBlock(end - size, end);
  }

  @Override
  public void raise(Stack stack, long count) {
    long next = Math.addExact(count, 1);
    store.writeAtOnce(Pool.API, connection -> RAISE.run(connection, stack.index(), next), CodeCounterUnavailable::new);
  }
}
