package dev.hexlink.contracts;

import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkKey;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class LiveCountersContractTest {
  @BeforeEach
  void rejectSoon() {
    Trial.hasLittlePatience();
  }

  @AfterEach
  void bePatientAgain() {
    Awaitility.reset();
  }

  @Nested
  class Heap implements LiveCountersContract {
    private static final LiveCounters COUNTERS = new HeapLiveCounters();

    @Override
    public LiveCounters liveCounters() {
      return COUNTERS;
    }

    @Override
    public Optional<LiveCounters> unreachableLiveCounters() {
      return Optional.of(new HeapLiveCounters());
    }
  }

  @Test
  void readingAndThenWritingIsRejected() {
    rejected(new HeapLiveCounters() {
      @Override
      void add(LinkKey key, long change) {
        long old = counts.getOrDefault(key, 0L);
        Gap.pass();
        counts.put(key, Math.max(0, old + change));
      }
    }, "racingIncrementsAddUp", "racingChangesAddUp");
  }

  @Test
  void countingBelowZeroIsRejected() {
    rejected(new HeapLiveCounters() {
      @Override
      void add(LinkKey key, long change) {
        counts.merge(key, change, Long::sum);
      }
    }, "nothingIsCountedBelowZero");
  }

  @Test
  void answeringForEveryKeyIsRejected() {
    rejected(new HeapLiveCounters() {
      @Override
      public Map<LinkKey, Long> counts(Collection<LinkKey> keys) {
        return keys.stream().collect(Collectors.toMap(key -> key, key -> counts.getOrDefault(key, 0L)));
      }
    }, "keysThatAreNotCountedAreLeftOut");
  }

  @Test
  void foldingCaseIsRejected() {
    rejected(new HeapLiveCounters() {
      @Override
      public Map<LinkKey, Long> counts(Collection<LinkKey> keys) {
        return keys.stream().filter(key -> counts.containsKey(folded(key)))
            .collect(Collectors.toMap(key -> key, key -> counts.getOrDefault(folded(key), 0L)));
      }

      private LinkKey folded(LinkKey key) {
        return new LinkKey(key.host(), new ShortCode(key.code().value().toLowerCase(Locale.ROOT)));
      }
    }, "keysAreComparedToTheLetter");
  }

  @Test
  void forgettingIsRejected() {
    rejected(new HeapLiveCounters() {
      @Override
      void add(LinkKey key, long change) {}
    }, "changesAddUp");
  }

  @Test
  void throwingOnAnOutageIsRejected() {
    Subject.reset(new HeapLiveCounters(), Unreachable.port(LiveCounters.class, () -> new LinksUnavailable("down")));
    Trial.rejects(Subject.class, "anOutageCountsNothing");
  }

  private static void rejected(LiveCounters broken, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, Throwable.class, cases);
  }

  static class Subject implements LiveCountersContract {
    private static LiveCounters counters = new HeapLiveCounters();
    private static @Nullable LiveCounters unreachable;

    static void reset(LiveCounters broken, @Nullable LiveCounters outage) {
      counters = broken;
      unreachable = outage;
    }

    @Override
    public LiveCounters liveCounters() {
      return counters;
    }

    @Override
    public Optional<LiveCounters> unreachableLiveCounters() {
      return Optional.ofNullable(unreachable);
    }
  }
}
