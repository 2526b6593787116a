package dev.hexlink.contracts;

import dev.hexlink.application.spi.CodePool;
import dev.hexlink.application.spi.CodePoolUnavailable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class CodePoolContractTest {
  @Nested
  class Heap implements CodePoolContract {
    private static final CodePool POOL = new HeapCodePool();

    @Override
    public CodePool codePool() {
      return POOL;
    }

    @Override
    public Optional<CodePool> unreachableCodePool() {
      return Optional
          .of(Unreachable.port(CodePool.class, () -> new CodePoolUnavailable("down", new IOException("down"))));
    }
  }

  @Test
  void lookingAndThenTakingIsRejected() {
    rejected(new HeapCodePool() {
      @Override
      public List<PooledCode> take(int most) {
        List<PooledCode> taken = codes.stream().limit(most).toList();
        Gap.pass();
        codes.removeAll(taken);
        return taken;
      }
    }, "aCodeIsHandedOutOnceToRacingTakers", "aCodeIsHandedOutOnceWhileOthersPut");
  }

  @Test
  void losingCodesIsRejected() {
    rejected(new HeapCodePool() {
      @Override
      public void put(Collection<PooledCode> more) {
        super.put(more.stream().skip(1).toList());
      }
    }, "codesComeOutAsTheyWerePutIn", "theFillIsHowManyCodesWait");
  }

  @Test
  void takingTooManyIsRejected() {
    rejected(new HeapCodePool() {
      @Override
      public List<PooledCode> take(int most) {
        return super.take(most + 1);
      }
    }, "noMoreCodesAreTakenThanWishedOrThere");
  }

  @Test
  void forgettingTheValueIsRejected() {
    rejected(new HeapCodePool() {
      @Override
      public void put(Collection<PooledCode> more) {
        super.put(more.stream().map(code -> new PooledCode(code.code(), 0)).toList());
      }
    }, "codesComeOutAsTheyWerePutIn");
  }

  @Test
  void readingAnOutageAsAnEmptyPoolIsRejected() {
    Subject.reset(new HeapCodePool(), new HeapCodePool());
    Trial.rejects(Subject.class, "anOutageIsSaidAndNeverReadAsAnEmptyPool");
  }

  private static void rejected(CodePool broken, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, cases);
  }

  static class Subject implements CodePoolContract {
    private static CodePool pool = new HeapCodePool();
    private static @Nullable CodePool unreachable;

    static void reset(CodePool broken, @Nullable CodePool outage) {
      pool = broken;
      unreachable = outage;
    }

    @Override
    public CodePool codePool() {
      return pool;
    }

    @Override
    public Optional<CodePool> unreachableCodePool() {
      return Optional.ofNullable(unreachable);
    }
  }
}
