package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.CodePool;
import dev.hexlink.application.spi.CodePool.PooledCode;
import dev.hexlink.application.spi.CodePoolUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link CodePool} keeps to. Codes may be lost, but not while all is well. */
@ExtendWith(SeededCases.class)
public interface CodePoolContract {
  /** The adapter. Asked anew by every racing thread: several instances on one memory may take turns. */
  CodePool codePool();

  /** The adapter with a server that cannot be reached; empty when that cannot be. */
  Optional<CodePool> unreachableCodePool();

  @Test
  default void codesComeOutAsTheyWerePutIn(Seeded some) {
    drain();
    List<PooledCode> codes = codes(some, 40);
    codePool().put(codes.subList(0, 25));
    codePool().put(codes.subList(25, 40));
    assertThat(drain()).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  default void noMoreCodesAreTakenThanWishedOrThere(Seeded some) {
    drain();
    assertThat(codePool().take(5)).isEmpty();
    codePool().put(codes(some, 8));
    assertThat(codePool().take(5)).hasSize(5);
    assertThat(codePool().take(5)).hasSize(3);
    assertThat(codePool().take(5)).isEmpty();
  }

  @Test
  default void theFillIsHowManyCodesWait(Seeded some) {
    drain();
    assertThat(codePool().fill()).isZero();
    codePool().put(codes(some, 12));
    assertThat(codePool().fill()).isEqualTo(12);
    codePool().take(5);
    assertThat(codePool().fill()).isEqualTo(7);
    codePool().put(List.of());
    assertThat(codePool().fill()).isEqualTo(7);
  }

  @Test
  default void aCodeIsHandedOutOnceToRacingTakers(Seeded some) {
    for (int round = 0; round < 5; round++) {
      drain();
      List<PooledCode> codes = codes(some, 200);
      codePool().put(codes);
      List<List<PooledCode>> taken = Race.of(Race.RUNNERS, _ -> codePool().take(7));
      assertThat(taken.stream().flatMap(List::stream)).doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(codes);
    }
  }

  @Test
  default void aCodeIsHandedOutOnceWhileOthersPut(Seeded some) {
    drain();
    List<PooledCode> codes = codes(some, 400);
    AtomicInteger putting = new AtomicInteger(8);
    List<List<PooledCode>> taken = Race.of(16, i -> {
      List<PooledCode> mine = new ArrayList<>();
      if (i < 8) {
        Stream.of(0, 1, 2, 3, 4).forEach(n -> codePool().put(codes.subList(i * 50 + n * 10, i * 50 + n * 10 + 10)));
        putting.decrementAndGet();
      } else {
        while (putting.get() > 0) {
          mine.addAll(codePool().take(9));
        }
        mine.addAll(drain());
      }
      return mine;
    });
    assertThat(taken.stream().flatMap(List::stream)).doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  default void anOutageIsSaidAndNeverReadAsAnEmptyPool(Seeded some) {
    CodePool pool = Outage.of(unreachableCodePool());
    Outage.isSaid(CodePoolUnavailable.class, () -> pool.take(5));
    Outage.isSaid(CodePoolUnavailable.class, () -> pool.put(codes(some, 3)));
    Outage.isSaid(CodePoolUnavailable.class, pool::fill);
  }

  private List<PooledCode> drain() {
    List<PooledCode> drained = new ArrayList<>();
    for (List<PooledCode> taken = codePool().take(1_000); !taken.isEmpty(); taken = codePool().take(1_000)) {
      drained.addAll(taken);
    }
    return drained;
  }

  private static List<PooledCode> codes(Seeded some, int count) {
    return Stream.generate(() -> new PooledCode(some.code(), some.random().nextLong(Long.MAX_VALUE))).limit(count)
        .toList();
  }
}
