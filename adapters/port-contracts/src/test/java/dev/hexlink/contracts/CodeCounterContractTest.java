package dev.hexlink.contracts;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class CodeCounterContractTest {
  @Nested
  class Heap implements CodeCounterContract {
    private static final CodeCounter COUNTER = new HeapCodeCounter();

    @Override
    public CodeCounter codeCounter() {
      return COUNTER;
    }

    @Override
    public Optional<CodeCounter> unreachableCodeCounter() {
      return Optional.of(Unreachable.port(CodeCounter.class, () -> new CodeCounterUnavailable("down")));
    }
  }

  @Test
  void readingAndThenWritingIsRejected() {
    rejected(new HeapCodeCounter() {
      @Override
      public CodeBlock lease(Stack stack, int size) {
        long start = next.getOrDefault(stack.index(), 0L);
        Gap.pass();
        next.put(stack.index(), start + size);
        return new CodeBlock(start, start + size);
      }
    }, "racingLeasesAreDisjoint", "racingFirstLeasesOfBothStacksAreDisjoint",
        "raisesRacingWithLeasesKeepBlocksDisjointAndAbove");
  }

  @Test
  void handingABlockOutTwiceIsRejected() {
    rejected(new HeapCodeCounter() {
      @Override
      public CodeBlock lease(Stack stack, int size) {
        return new CodeBlock(0, size);
      }
    }, "noCountIsHandedOutTwice", "racingLeasesAreDisjoint");
  }

  @Test
  void blocksThatOverlapByOneAreRejected() {
    rejected(new HeapCodeCounter() {
      @Override
      public CodeBlock lease(Stack stack, int size) {
        CodeBlock block = super.lease(stack, size);
        return new CodeBlock(block.start(), block.end() + 1);
      }
    }, "noCountIsHandedOutTwice", "aBlockHoldsAsManyCountsAsWished");
  }

  @Test
  void oneCounterForAllStacksIsRejected() {
    rejected(new HeapCodeCounter() {
      @Override
      public void raise(Stack stack, long count) {
        super.raise(new Stack("all", 0), count);
        super.raise(new Stack("all", 1), count);
      }
    }, "stacksCountForThemselves");
  }

  @Test
  void setsInsteadOfRaisesAreRejected() {
    rejected(new HeapCodeCounter() {
      @Override
      public void raise(Stack stack, long count) {
        next.put(stack.index(), count + 1);
      }
    }, "aCounterIsNeverRaisedDownwards", "raisingAgainIsSafe");
  }

  @Test
  void aRaiseOneTooLowIsRejected() {
    rejected(new HeapCodeCounter() {
      @Override
      public void raise(Stack stack, long count) {
        super.raise(stack, count - 1);
      }
    }, "everyLeaseAfterARaiseLiesAboveIt");
  }

  @Test
  void answeringOnAnOutageIsRejected() {
    Subject.reset(new HeapCodeCounter(), new HeapCodeCounter());
    Trial.rejects(Subject.class, "anOutageIsSaid");
  }

  private static void rejected(CodeCounter broken, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, cases);
  }

  static class Subject implements CodeCounterContract {
    private static CodeCounter counter = new HeapCodeCounter();
    private static @Nullable CodeCounter unreachable;

    static void reset(CodeCounter broken, @Nullable CodeCounter outage) {
      counter = broken;
      unreachable = outage;
    }

    @Override
    public CodeCounter codeCounter() {
      return counter;
    }

    @Override
    public Optional<CodeCounter> unreachableCodeCounter() {
      return Optional.ofNullable(unreachable);
    }
  }
}
