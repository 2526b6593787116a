package dev.hexlink.redis;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import io.lettuce.core.ScriptOutputType;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Each stack's next count, in Redis. A Redis that lost its data counts from 0 again: this instance gets no counts from below the highest it was handed, and
 * what others were handed shows by collisions, on which the counter is raised past the store.
 */
@Singleton
@Named("redis")
final class RedisCodeCounter implements CodeCounter {
  private static final int LARGEST_BLOCK = 100_000;
  private static final LuaScript LEASE = LuaScript.of("lease_counts");
  private static final LuaScript RAISE = LuaScript.of("raise_counter");

  private final RedisServer server;
  private final Names names;
  private final Map<Stack, Long> floors = new ConcurrentHashMap<>();

  RedisCodeCounter(RedisServer server, Names names) {
    this.server = server;
    this.names = names;
  }

  @Override
  public CodeBlock lease(Stack stack, int size) {
    if (size < 1 || size > LARGEST_BLOCK) {
      throw new IllegalArgumentException("a block has 1 to " + LARGEST_BLOCK + " counts, not " + size);
    }
    long end = end(stack, size);
    floors.merge(stack, end, Math::max);
    return new CodeBlock(end - size, end);
  }

  @Override
  public void raise(Stack stack, long count) {
    long next = Math.addExact(count, 1);
    try {
      var _ = server.write("to raise a counter", session -> RAISE.<String>run(session, ScriptOutputType.STATUS,
          List.of(names.counter(stack)), List.of(Long.toString(next))));
    } catch (NoAnswer e) {
      throw new CodeCounterUnavailable("the counter was not raised: " + e.reason(), e);
    }
    floors.merge(stack, next, Math::max);
  }

  private long end(Stack stack, int size) {
    String floor = Long.toString(floors.getOrDefault(stack, 0L));
    try {
      return Long
          .parseLong(server.write("to lease counts", session -> LEASE.<String>run(session, ScriptOutputType.VALUE,
              List.of(names.counter(stack)), List.of(Integer.toString(size), floor))));
    } catch (NoAnswer e) {
      throw new CodeCounterUnavailable("no counts were leased: " + e.reason(), e);
    }
  }
}
