package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Each stack's next count, in the H2 file. */
@Singleton
@Named("h2")
final class H2CodeCounter implements CodeCounter {
  private static final int LARGEST_BLOCK = 100_000;
  private static final Sql NEXT = new Sql("select next_count from code_leases where stack_index = ?");
  private static final Sql MOVE = new Sql("update code_leases set next_count = ? where stack_index = ?");
  private static final Sql BEGIN = new Sql("insert into code_leases (next_count, stack_index) values (?, ?)");

  private final H2Store store;

  H2CodeCounter(H2Store store) {
    this.store = store;
  }

  @Override
  public CodeBlock lease(Stack stack, int size) {
    if (size < 1 || size > LARGEST_BLOCK) {
      throw new IllegalArgumentException("a block has 1 to " + LARGEST_BLOCK + " counts, not " + size);
    }
    return store.write(connection -> {
      long start = next(connection, stack);
      if (start > Long.MAX_VALUE - size) {
        throw new CodeCounterUnavailable("stack " + stack.name() + " has no counts left");
      }
      move(connection, stack, start + size);
      return new CodeBlock(start, start + size);
    }, CodeCounterUnavailable::new);
  }

  @Override
  public void raise(Stack stack, long count) {
    store.write(connection -> {
      if (next(connection, stack) <= count) {
        move(connection, stack, Math.addExact(count, 1));
      }
      return stack;
    }, CodeCounterUnavailable::new);
  }

  private static long next(Connection connection, Stack stack) throws SQLException {
    return NEXT.first(connection, row -> row.getLong(1), stack.index()).orElse(0L);
  }

  private static void move(Connection connection, Stack stack, long next) throws SQLException {
    if (MOVE.run(connection, next, stack.index()) == 0) {
      BEGIN.run(connection, next, stack.index());
    }
  }
}
