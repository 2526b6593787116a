package dev.hexlink.redis;

import dev.hexlink.application.spi.CodePool;
import dev.hexlink.application.spi.CodePoolUnavailable;
import dev.hexlink.domain.code.ShortCode;
import io.lettuce.core.ScriptOutputType;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Codes made ahead, as a set in Redis. A pool that came back from the past would hand out codes again: it is dropped when the server has started anew,
 * or when it has been taken from less often than this instance has seen.
 */
@Singleton
@Named("redis")
final class RedisCodePool implements CodePool {
  private static final Logger LOG = System.getLogger(RedisCodePool.class.getName());
  private static final int MOST_AT_ONCE = 1_000;
  private static final LuaScript TAKE = LuaScript.of("take_codes");
  private static final LuaScript PUT = LuaScript.of("put_codes");
  private static final LuaScript COUNT = LuaScript.of("count_codes");

  private final RedisServer server;
  private final List<String> keys;
  private final AtomicLong takes = new AtomicLong();

  RedisCodePool(RedisServer server, Names names) {
    this.server = server;
    this.keys = List.of(names.pool(), names.poolState());
  }

  @Override
  public List<PooledCode> take(int most) {
    String known = Long.toString(takes.get());
    List<Object> answer = asked("to hand out codes", session -> TAKE.run(session, ScriptOutputType.MULTI, keys,
        List.of(Integer.toString(most), session.era(), known)));
    takes.accumulateAndGet((Long) answer.get(1), Math::max);
    if ((Long) answer.get(0) > 0) {
      LOG.log(Level.INFO, "The pool of codes in Redis came back from the past; it was dropped and is filled again.");
    }
    return ((List<?>) answer.get(2)).stream().flatMap(text -> read((String) text)).toList();
  }

  @Override
  public void put(Collection<PooledCode> codes) {
    List<PooledCode> rest = List.copyOf(codes);
    while (!rest.isEmpty()) {
      List<PooledCode> some = rest.subList(0, Math.min(MOST_AT_ONCE, rest.size()));
      var _ = asked("to take in codes", session -> PUT.<Long>run(session, ScriptOutputType.INTEGER, keys,
          arguments(session.era(), some)));
      rest = rest.subList(some.size(), rest.size());
    }
  }

  @Override
  public long fill() {
    return asked("to count codes",
        session -> COUNT.<Long>run(session, ScriptOutputType.INTEGER, keys, List.of(session.era())));
  }

  private <T> T asked(String what, Function<Session, CompletionStage<T>> question) {
    try {
      return server.write(what, question);
    } catch (NoAnswer e) {
      throw new CodePoolUnavailable("the pool of codes did not answer: " + e.reason(), e);
    }
  }

  private static List<String> arguments(String era, List<PooledCode> codes) {
    List<String> arguments = new ArrayList<>(List.of(era));
    codes.forEach(code -> arguments.add(code.code().value() + " " + code.value()));
    return arguments;
  }

  /** What is no code and count has been put there by somebody else, and is passed over. */
  private static Stream<PooledCode> read(String text) {
    int space = text.indexOf(' ');
    try {
      return Stream.of(new PooledCode(new ShortCode(text.substring(0, Math.max(0, space))),
          Long.parseLong(text.substring(space + 1))));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }
}
