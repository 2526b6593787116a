package dev.hexlink.contracts;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.WorkerNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class WorkerNumbersContractTest {
  @Nested
  class Heap implements WorkerNumbersContract {
    @Override
    public WorkerNumbers newWorkerNumbers() {
      return new HeapWorkerNumbers();
    }

    @Override
    public Optional<WorkerNumbers> unreachableWorkerNumbers() {
      return Optional.of(Unreachable.port(WorkerNumbers.class, () -> new CodeCounterUnavailable("down")));
    }
  }

  @Test
  void checkThenActIsRejected() {
    rejected(() -> new HeapWorkerNumbers() {
      @Override
      public Loan borrow(String holder, Instant now, Duration length) {
        int number = own(holder, now).or(() -> free(now)).orElseThrow(() -> new CodeCounterUnavailable("all lent"));
        Gap.pass();
        return lend(number, holder, now, length);
      }
    }, "racingHoldersGetDistinctNumbers");
  }

  @Test
  void lendingANumberTwiceIsRejected() {
    rejected(() -> new HeapWorkerNumbers() {
      @Override
      boolean isFree(int number, Instant now) {
        return super.isFree(number, now.plusSeconds(40));
      }
    }, "aLengthenedLoanKeepsOthersOut", "everyNumberIsLentAndThenNoMore");
  }

  @Test
  void aNewNumberForTheSameHolderIsRejected() {
    rejected(() -> new HeapWorkerNumbers() {
      @Override
      Optional<Integer> own(String holder, Instant now) {
        return Optional.empty();
      }
    }, "aHolderLengthensItsLoan");
  }

  @Test
  void neverLendingAgainIsRejected() {
    rejected(() -> new HeapWorkerNumbers() {
      @Override
      boolean isFree(int number, Instant now) {
        return super.isFree(number, Instant.MIN);
      }
    }, CodeCounterUnavailable.class, "aNumberIsLentAgainAfterItsLoanAlone");
  }

  @Test
  void moreNumbersThanThereAreAreRejected() {
    rejected(() -> new HeapWorkerNumbers() {
      @Override
      Optional<Integer> free(Instant now) {
        return Optional.of(lent.size());
      }
    }, "everyNumberIsLentAndThenNoMore");
  }

  @Test
  void aLoanFromBeforeTheEndOfTheLastIsRejected() {
    rejected(() -> new HeapWorkerNumbers() {
      @Override
      Loan lend(int number, String holder, Instant now, Duration length) {
        Loan loan = super.lend(number, holder, now, length);
        return new Loan(number, loan.from().minusSeconds(2), loan.until());
      }
    }, "aNumberIsLentAgainAfterItsLoanAlone", "aNumberIsLentFromNowForTheTimeAskedFor");
  }

  @Test
  void answeringOnAnOutageIsRejected() {
    Subject.reset(HeapWorkerNumbers::new, new HeapWorkerNumbers());
    Trial.rejects(Subject.class, "anOutageIsSaid");
  }

  private static void rejected(Supplier<WorkerNumbers> broken, String... cases) {
    rejected(broken, AssertionError.class, cases);
  }

  private static void rejected(Supplier<WorkerNumbers> broken, Class<? extends Throwable> how, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, how, cases);
  }

  static class Subject implements WorkerNumbersContract {
    private static Supplier<WorkerNumbers> numbers = HeapWorkerNumbers::new;
    private static @Nullable WorkerNumbers unreachable;

    static void reset(Supplier<WorkerNumbers> broken, @Nullable WorkerNumbers outage) {
      numbers = broken;
      unreachable = outage;
    }

    @Override
    public WorkerNumbers newWorkerNumbers() {
      return numbers.get();
    }

    @Override
    public Optional<WorkerNumbers> unreachableWorkerNumbers() {
      return Optional.ofNullable(unreachable);
    }
  }
}
