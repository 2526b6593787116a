package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.CodePool.PooledCode;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The counter and the pool, and what becomes of them when Redis forgets or comes back from the past. */
@ExtendWith(SeededCases.class)
class RedisCodesTest {
  @RegisterExtension
  static final TwoInstances INSTANCES = new TwoInstances();

  private static final Stack STACK = new Stack("java", 3);

  private final Instance one = INSTANCES.one();
  private final Instance other = INSTANCES.other();
  private final Names names = INSTANCES.names();

  @BeforeEach
  void forget() {
    asked(redis -> redis.del(names.counter(STACK), names.pool()));
  }

  @Test
  void theCounterIsANumberThatOthersCanRead() {
    asked(redis -> redis.set(names.counter(STACK), "7000000"));
    assertThat(one.counter().lease(STACK, 1_000)).isEqualTo(new CodeBlock(7_000_000, 7_001_000));
    String next = asked(redis -> redis.get(names.counter(STACK)));
    assertThat(next).isEqualTo("7001000");
    one.counter().raise(STACK, 8_000_000);
    assertThat(other.counter().lease(STACK, 10)).isEqualTo(new CodeBlock(8_000_001, 8_000_011));
  }

  @Test
  void countsAreWholeBeyondWhatLuaCanCount() {
    long large = (1L << 53) + 1;
    one.counter().raise(STACK, large);
    assertThat(other.counter().lease(STACK, 3)).isEqualTo(new CodeBlock(large + 1, large + 4));
    other.counter().raise(STACK, large);
    assertThat(other.counter().lease(STACK, 3)).isEqualTo(new CodeBlock(large + 4, large + 7));
  }

  @Test
  void anInstanceIsNotHandedWhatItWasHandedBeforeRedisForgot() {
    CodeBlock before = one.counter().lease(STACK, 500);
    asked(redis -> redis.del(names.counter(STACK)));
    assertThat(one.counter().lease(STACK, 10).start()).isEqualTo(before.end());
  }

  @Test
  void somethingElseThanACountIsNotCountedOn() {
    asked(redis -> redis.set(names.counter(STACK), "many"));
    assertThatThrownBy(() -> one.counter().lease(STACK, 1)).isInstanceOf(CodeCounterUnavailable.class)
        .hasMessageContaining("something else than a count");
    assertThatThrownBy(() -> one.counter().raise(STACK, 1)).isInstanceOf(CodeCounterUnavailable.class);
  }

  @Test
  void aStackHasNoMoreCountsThanANumberHolds() {
    asked(redis -> redis.set(names.counter(STACK), Long.toString(Long.MAX_VALUE - 5)));
    assertThatThrownBy(() -> one.counter().lease(STACK, 100)).isInstanceOf(CodeCounterUnavailable.class);
  }

  @Test
  void aPoolOfAnotherEraIsDropped(Seeded some) {
    one.pool().put(codes(some, 5));
    asked(redis -> redis.hset(names.poolState(), "era", "ba9876543210"));
    assertThat(one.pool().fill()).isZero();
    assertThat(other.pool().take(10)).isEmpty();
    List<PooledCode> fresh = codes(some, 3);
    one.pool().put(fresh);
    assertThat(other.pool().take(10)).containsExactlyInAnyOrderElementsOf(fresh);
  }

  @Test
  void aPoolOfAnotherEraIsDroppedBeforeCodesArePut(Seeded some) {
    one.pool().put(codes(some, 5));
    asked(redis -> redis.hset(names.poolState(), "era", "ba9876543210"));
    List<PooledCode> fresh = codes(some, 3);
    one.pool().put(fresh);
    assertThat(other.pool().take(10)).containsExactlyInAnyOrderElementsOf(fresh);
  }

  @Test
  void aPoolThatWasPutBackWhileTheServerRanIsDropped(Seeded some) {
    one.pool().put(codes(some, 10));
    byte[] pool = asked(redis -> redis.dump(names.pool()));
    byte[] state = asked(redis -> redis.dump(names.poolState()));
    assertThat(one.pool().take(2)).hasSize(2);
    assertThat(one.pool().take(2)).hasSize(2);
    asked(redis -> redis.del(names.pool(), names.poolState()));
    asked(redis -> redis.restore(names.pool(), 0, pool));
    asked(redis -> redis.restore(names.poolState(), 0, state));
    assertThat(one.pool().take(10)).as("codes of before").isEmpty();
    assertThat(other.pool().take(10)).isEmpty();
    List<PooledCode> fresh = codes(some, 3);
    one.pool().put(fresh);
    assertThat(one.pool().take(10)).containsExactlyInAnyOrderElementsOf(fresh);
  }

  @Test
  void whatIsNoCodeIsPassedOver(Seeded some) {
    PooledCode code = codes(some, 1).getFirst();
    one.pool().put(List.of(code));
    asked(redis -> redis.sadd(names.pool(), "garbage", "a/b 7", "abc seven", ""));
    assertThat(one.pool().take(10)).containsExactly(code);
  }

  @Test
  void aPoolTakesInMoreThanOneScriptCan(Seeded some) {
    one.pool().put(codes(some, 2_500));
    assertThat(other.pool().fill()).isEqualTo(2_500);
    assertThat(other.pool().take(10_000)).hasSize(2_500);
  }

  private static List<PooledCode> codes(Seeded some, int count) {
    return LongStream.range(0, count).mapToObj(n -> new PooledCode(some.code(), n)).toList();
  }

  private static <T> T asked(Function<RedisAsyncCommands<String, String>, CompletionStage<T>> question) {
    return INSTANCES.one().server().write("a test", session -> question.apply(session.commands()));
  }
}
