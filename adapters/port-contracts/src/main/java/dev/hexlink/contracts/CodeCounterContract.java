package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link CodeCounter} keeps to. */
@ExtendWith(SeededCases.class)
public interface CodeCounterContract {
  /** The adapter. Asked anew by every racing thread: several instances on one store may take turns. */
  CodeCounter codeCounter();

  /** The adapter with a store that cannot be reached; empty when that cannot be. */
  Optional<CodeCounter> unreachableCodeCounter();

  /** Two stacks that the store knows; for a store that keeps rows of stacks, as {@code Installation.stack} registered them. */
  default List<Stack> stacks() {
    return List.of(new Stack("contract-a", 0), new Stack("contract-b", 1));
  }

  @Test
  default void aBlockHoldsAsManyCountsAsWished() {
    Stack stack = stacks().getFirst();
    for (int size : List.of(1, 2, 999, 1_000, 100_000, 1)) {
      CodeBlock block = codeCounter().lease(stack, size);
      assertThat(block.size()).isEqualTo(size);
    }
  }

  @Test
  default void noCountIsHandedOutTwice(Seeded some) {
    Stack stack = stacks().getFirst();
    areDisjoint(Stream.generate(() -> codeCounter().lease(stack, 1 + some.random().nextInt(500))).limit(50).toList());
  }

  @Test
  default void racingLeasesAreDisjoint(Seeded some) {
    Stack stack = stacks().getFirst();
    List<Integer> sizes = IntStream.range(0, Race.RUNNERS).mapToObj(_ -> 1 + some.random().nextInt(1_000)).toList();
    List<List<CodeBlock>> blocks = Race.of(Race.RUNNERS,
        i -> Stream.generate(() -> codeCounter().lease(stack, sizes.get(i))).limit(10).toList());
    areDisjoint(flat(blocks));
  }

  @Test
  default void racingFirstLeasesOfBothStacksAreDisjoint() {
    for (int round = 0; round < 5; round++) {
      List<List<CodeBlock>> blocks = new ArrayList<>();
      for (Stack stack : stacks()) {
        blocks.add(Race.of(Race.RUNNERS, _ -> codeCounter().lease(stack, 3)));
      }
      blocks.forEach(CodeCounterContract::areDisjoint);
    }
  }

  @Test
  default void stacksCountForThemselves() {
    Stack one = stacks().getFirst();
    Stack other = stacks().getLast();
    long before = codeCounter().lease(other, 10).end();
    codeCounter().raise(one, before + 50_000_000);
    assertThat(codeCounter().lease(other, 10).start()).isBetween(before, before + 40_000_000);
    assertThat(codeCounter().lease(one, 10).start()).isGreaterThan(before + 50_000_000);
  }

  @Test
  default void everyLeaseAfterARaiseLiesAboveIt() {
    Stack stack = stacks().getFirst();
    for (int by : List.of(0, 1, 2, 1_000, 1_000_000)) {
      long count = codeCounter().lease(stack, 10).end() + by;
      codeCounter().raise(stack, count);
      assertThat(codeCounter().lease(stack, 5).start()).isGreaterThan(count);
    }
  }

  @Test
  default void aCounterIsNeverRaisedDownwards() {
    Stack stack = stacks().getFirst();
    CodeBlock block = codeCounter().lease(stack, 100);
    for (long lower : List.of(0L, block.start() - 1, block.start(), block.end() - 1)) {
      codeCounter().raise(stack, Math.max(0, lower));
      CodeBlock next = codeCounter().lease(stack, 100);
      assertThat(next.start()).isGreaterThanOrEqualTo(block.end());
      block = next;
    }
  }

  @Test
  default void raisingAgainIsSafe() {
    Stack stack = stacks().getFirst();
    long count = codeCounter().lease(stack, 10).end() + 100;
    codeCounter().raise(stack, count);
    CodeBlock block = codeCounter().lease(stack, 1_000);
    codeCounter().raise(stack, count);
    areDisjoint(List.of(block, codeCounter().lease(stack, 1_000)));
  }

  @Test
  default void raisesRacingWithLeasesKeepBlocksDisjointAndAbove() {
    Stack stack = stacks().getFirst();
    long base = codeCounter().lease(stack, 1).end();
    List<List<CodeBlock>> blocks = Race.of(16, i -> {
      List<CodeBlock> leased = new ArrayList<>();
      for (int n = 0; n < 10; n++) {
        long count = base + 100L * n + 37L * i;
        if (i % 2 == 0) {
          codeCounter().raise(stack, count);
        }
        CodeBlock block = codeCounter().lease(stack, 20);
        assertThat(i % 2 != 0 || block.start() > count).as("a block that starts at %s, above %s", block.start(), count)
            .isTrue();
        leased.add(block);
      }
      return leased;
    });
    areDisjoint(flat(blocks));
  }

  @Test
  default void anOutageIsSaid() {
    CodeCounter counter = Outage.of(unreachableCodeCounter());
    Stack stack = stacks().getFirst();
    Outage.isSaid(CodeCounterUnavailable.class, () -> counter.lease(stack, 10));
    Outage.isSaid(CodeCounterUnavailable.class, () -> counter.raise(stack, 10));
  }

  private static List<CodeBlock> flat(List<List<CodeBlock>> blocks) {
    return blocks.stream().flatMap(List::stream).toList();
  }

  private static void areDisjoint(List<CodeBlock> blocks) {
    List<CodeBlock> ascending = blocks.stream().sorted(Comparator.comparingLong(CodeBlock::start)).toList();
    for (int i = 1; i < ascending.size(); i++) {
      assertThat(ascending.get(i).start()).as("the start of %s after %s", ascending.get(i), ascending.get(i - 1))
          .isGreaterThanOrEqualTo(ascending.get(i - 1).end());
    }
  }
}
