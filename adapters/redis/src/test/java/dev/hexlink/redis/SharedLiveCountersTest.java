package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.link.LinkKey;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What instances count together, and what stands in Redis. */
@ExtendWith(SeededCases.class)
class SharedLiveCountersTest {
  @RegisterExtension
  static final TwoInstances INSTANCES = new TwoInstances();

  private final Names names = INSTANCES.names();

  @Test
  void aWorkerThatIsQuickerThanTheWordOfTheVisitLeavesNothingBehind(Seeded some) {
    for (int round = 0; round < 3; round++) {
      LinkKey key = some.key();
      INSTANCES.other().live().add(Map.of(key, -1L));
      INSTANCES.one().live().increment(key);
      await().until(() -> exists(key));
      await().until(() -> !exists(key));
    }
  }

  @Test
  void aCountIsANumberThatOthersCanReadAndIsForgottenSomeTimeAfterItBegan(Seeded some) {
    LinkKey key = some.key();
    INSTANCES.one().live().add(Map.of(key, 3L));
    await().until(() -> exists(key));
    long life = asked(redis -> redis.pttl(names.visits(key)));
    assertThat(life).isBetween(500_000L, 600_000L);
    asked(redis -> redis.pexpire(names.visits(key), 100_000));
    INSTANCES.other().live().increment(key);
    await().untilAsserted(() -> {
      String count = asked(redis -> redis.get(names.visits(key)));
      assertThat(count).isEqualTo("4");
    });
    long left = asked(redis -> redis.pttl(names.visits(key)));
    assertThat(left).as("a visit does not lengthen its life").isPositive().isLessThanOrEqualTo(100_000);
  }

  @Test
  void manyKeysAreCountedAtOnce(Seeded some) {
    Map<LinkKey, Long> counts = new HashMap<>();
    for (long n = 1; n <= 1_700; n++) {
      counts.put(some.key(), n);
    }
    INSTANCES.one().live().add(counts);
    await().untilAsserted(
        () -> assertThat(INSTANCES.other().live().counts(counts.keySet())).containsExactlyInAnyOrderEntriesOf(counts));
  }

  @Test
  void garbageCountsNothing(Seeded some) {
    LinkKey key = some.key();
    asked(redis -> redis.set(names.visits(key), "many"));
    assertThat(INSTANCES.one().live().counts(List.of(key))).isEmpty();
    INSTANCES.one().live().increment(key);
    await().until(() -> INSTANCES.one().live().counts(List.of(key)).equals(Map.of(key, 1L)));
  }

  private boolean exists(LinkKey key) {
    long count = asked(redis -> redis.exists(names.visits(key)));
    return count == 1;
  }

  private static <T> T asked(Function<RedisAsyncCommands<String, String>, CompletionStage<T>> question) {
    return INSTANCES.one().server().write("a test", session -> question.apply(session.commands()));
  }
}
