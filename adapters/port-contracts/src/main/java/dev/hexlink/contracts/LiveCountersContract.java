package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link LiveCounters} keeps to. They may be late and may forget; left in peace, they come to count right. */
@ExtendWith(SeededCases.class)
public interface LiveCountersContract {
  /** The adapter. Asked anew by every racing thread: several instances on one memory may take turns. */
  LiveCounters liveCounters();

  /** The adapter with a server that cannot be reached; empty when that cannot be. */
  Optional<LiveCounters> unreachableLiveCounters();

  @Test
  default void keysThatAreNotCountedAreLeftOut(Seeded some) {
    LinkKey counted = some.key();
    LinkKey other = some.key();
    liveCounters().increment(counted);
    counts(counted, 1);
    assertThat(liveCounters().counts(List.of(other, counted, some.key()))).containsOnlyKeys(counted);
    assertThat(liveCounters().counts(List.of())).isEmpty();
  }

  @Test
  default void changesAddUp(Seeded some) {
    LinkKey one = some.key();
    LinkKey other = some.key();
    liveCounters().add(Map.of(one, 5L, other, 7L));
    liveCounters().increment(one);
    liveCounters().add(Map.of(one, -2L));
    counts(one, 4);
    counts(other, 7);
    liveCounters().add(Map.of());
    assertThat(liveCounters().counts(List.of(one, other))).containsOnly(Map.entry(one, 4L), Map.entry(other, 7L));
  }

  @Test
  default void nothingIsCountedBelowZero(Seeded some) {
    LinkKey key = some.key();
    liveCounters().add(Map.of(key, 3L));
    counts(key, 3);
    liveCounters().add(Map.of(key, -10L));
    counts(key, 0);
    liveCounters().add(Map.of(key, 2L));
    counts(key, 2);
    LinkKey fresh = some.key();
    liveCounters().add(Map.of(fresh, -5L));
    liveCounters().increment(fresh);
    counts(fresh, 1);
  }

  @Test
  default void racingIncrementsAddUp(Seeded some) {
    LinkKey key = some.key();
    Race.each(Race.RUNNERS, _ -> {
      for (int n = 0; n < 100; n++) {
        liveCounters().increment(key);
      }
    });
    counts(key, Race.RUNNERS * 100);
  }

  @Test
  default void racingChangesAddUp(Seeded some) {
    LinkKey key = some.key();
    liveCounters().add(Map.of(key, 1_000L));
    counts(key, 1_000);
    Race.each(Race.RUNNERS, i -> {
      for (int n = 0; n < 20; n++) {
        liveCounters().add(Map.of(key, i % 2 == 0 ? 3L : -2L));
      }
    });
    counts(key, 1_000 + Race.RUNNERS / 2 * 20);
  }

  @Test
  default void keysAreComparedToTheLetter(Seeded some) {
    ShortCode lower = new ShortCode(some.word());
    LinkKey key = LinkKey.of(lower);
    LinkKey upper = LinkKey.of(new ShortCode(lower.value().toUpperCase(Locale.ROOT)));
    LinkKey elsewhere = new LinkKey(some.host(), lower);
    liveCounters().add(Map.of(key, 2L));
    counts(key, 2);
    assertThat(liveCounters().counts(List.of(upper, elsewhere))).isEmpty();
  }

  @Test
  default void anOutageCountsNothing(Seeded some) {
    LiveCounters counters = Outage.of(unreachableLiveCounters());
    LinkKey key = some.key();
    Outage.isBorne(() -> counters.increment(key));
    Outage.isBorne(() -> counters.add(Map.of(key, 2L)));
    Outage.isBorne(() -> counters.counts(List.of(key)));
  }

  private void counts(LinkKey key, long expected) {
    await().untilAsserted(
        () -> assertThat(liveCounters().counts(List.of(key)).getOrDefault(key, 0L)).as("count").isEqualTo(expected));
  }
}
