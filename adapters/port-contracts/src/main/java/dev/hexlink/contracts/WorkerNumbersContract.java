package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.WorkerNumbers;
import dev.hexlink.application.spi.WorkerNumbers.Loan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link WorkerNumbers} keeps to. As there are few numbers, each case begins with a store of its own. */
@ExtendWith(SeededCases.class)
public interface WorkerNumbersContract {
  /** How many numbers there are. */
  int MOST = 1_024;
  /** How long cases borrow. */
  Duration LENGTH = Duration.ofMinutes(1);

  /** The adapter on a store that has lent nothing yet. */
  WorkerNumbers newWorkerNumbers();

  /** The adapter with a store that cannot be reached; empty when that cannot be. */
  Optional<WorkerNumbers> unreachableWorkerNumbers();

  @Test
  default void aNumberIsLentFromNowForTheTimeAskedFor(Seeded some) {
    Instant now = some.instant();
    Loan loan = newWorkerNumbers().borrow("one", now, LENGTH);
    assertThat(loan.number()).isBetween(0, MOST - 1);
    assertThat(loan.from()).isAfterOrEqualTo(now);
    assertThat(loan.until()).isAfter(loan.from()).isBeforeOrEqualTo(loan.from().plus(LENGTH));
  }

  @Test
  default void aHolderLengthensItsLoan(Seeded some) {
    WorkerNumbers numbers = newWorkerNumbers();
    Instant now = some.instant();
    Loan loan = numbers.borrow("one", now, LENGTH);
    numbers.borrow("other", now, LENGTH);
    Loan longer = numbers.borrow("one", now.plusSeconds(30), LENGTH);
    assertThat(longer.number()).isEqualTo(loan.number());
    assertThat(longer.until()).isAfter(loan.until());
  }

  @Test
  default void racingHoldersGetDistinctNumbers(Seeded some) {
    WorkerNumbers numbers = newWorkerNumbers();
    Instant now = some.instant();
    Set<Integer> lent = new HashSet<>();
    for (int round = 0; round < 5; round++) {
      String holder = "holder of round " + round + ", number ";
      List<Loan> loans = Race.of(Race.RUNNERS, i -> numbers.borrow(holder + i, now, LENGTH));
      assertThat(loans).extracting(Loan::number).allMatch(lent::add);
    }
  }

  @Test
  default void everyNumberIsLentAndThenNoMore(Seeded some) {
    WorkerNumbers numbers = newWorkerNumbers();
    Instant now = some.instant();
    List<Loan> loans = borrowAll(numbers, "holder", now);
    assertThat(loans).extracting(Loan::number).doesNotHaveDuplicates().allMatch(number -> number >= 0 && number < MOST);
    assertThatThrownBy(() -> numbers.borrow("one more", now.plusSeconds(59), LENGTH))
        .isInstanceOf(CodeCounterUnavailable.class);
    assertThat(numbers.borrow("holder 7", now.plusSeconds(30), LENGTH).number()).isEqualTo(loans.get(7).number());
  }

  @Test
  default void aNumberIsLentAgainAfterItsLoanAlone(Seeded some) {
    WorkerNumbers numbers = newWorkerNumbers();
    Instant now = some.instant();
    Map<Integer, Instant> ends = new HashMap<>();
    borrowAll(numbers, "first", now).forEach(loan -> ends.put(loan.number(), loan.until()));
    List<Loan> again = borrowAll(numbers, "second", now.plus(LENGTH).plusMillis(1));
    assertThat(again).extracting(Loan::number).doesNotHaveDuplicates();
    assertThat(again).allSatisfy(
        loan -> assertThat(loan.from()).isAfterOrEqualTo(Objects.requireNonNull(ends.get(loan.number()))));
  }

  @Test
  default void aLengthenedLoanKeepsOthersOut(Seeded some) {
    WorkerNumbers numbers = newWorkerNumbers();
    Instant now = some.instant();
    borrowAll(numbers, "holder", now);
    numbers.borrow("holder 5", now.plusSeconds(30), LENGTH);
    List<Integer> lent = IntStream.range(0, MOST - 1)
        .mapToObj(i -> numbers.borrow("later " + i, now.plusSeconds(61), LENGTH).number()).toList();
    assertThat(lent).doesNotHaveDuplicates();
    assertThatThrownBy(() -> numbers.borrow("one more", now.plusSeconds(61), LENGTH))
        .isInstanceOf(CodeCounterUnavailable.class);
  }

  @Test
  default void racingHeirsOfEndedLoansGetDistinctNumbers(Seeded some) {
    WorkerNumbers numbers = newWorkerNumbers();
    Instant now = some.instant();
    borrowAll(numbers, "holder", now);
    List<Loan> loans = Race.of(Race.RUNNERS, i -> numbers.borrow("heir " + i, now.plusSeconds(61), LENGTH));
    assertThat(loans).extracting(Loan::number).doesNotHaveDuplicates();
  }

  @Test
  default void anOutageIsSaid(Seeded some) {
    WorkerNumbers numbers = Outage.of(unreachableWorkerNumbers());
    Outage.isSaid(CodeCounterUnavailable.class, () -> numbers.borrow("one", some.instant(), LENGTH));
  }

  private static List<Loan> borrowAll(WorkerNumbers numbers, String holder, Instant now) {
    return IntStream.range(0, MOST).mapToObj(i -> numbers.borrow(holder + " " + i, now, LENGTH)).toList();
  }
}
