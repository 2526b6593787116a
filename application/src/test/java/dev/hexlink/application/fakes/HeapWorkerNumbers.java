package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.WorkerNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** So many worker numbers in the heap, lent by the borrowers' clocks. */
public final class HeapWorkerNumbers implements WorkerNumbers {
  public final Outage outage = new Outage(() -> new CodeCounterUnavailable("switched off"));
  private final int numbers;
  private final TreeMap<Integer, Lent> lent = new TreeMap<>();
  private int calls;

  private record Lent(String holder, Instant from, Instant until) {
    Loan loan(int number) {
      return new Loan(number, from, until);
    }
  }

  public HeapWorkerNumbers(int numbers) {
    this.numbers = numbers;
  }

  public synchronized int calls() {
    return calls;
  }

  @Override
  public synchronized Loan borrow(String holder, Instant now, Duration length) {
    calls++;
    outage.check();
    for (int number = 0; number < numbers; number++) {
      Lent standing = lent.get(number);
      if (standing != null && standing.holder().equals(holder)) {
        Instant until = now.plus(length).isAfter(standing.until()) ? now.plus(length) : standing.until();
        return lend(number, new Lent(holder, standing.from(), until));
      }
    }
    for (int number = 0; number < numbers; number++) {
      Lent standing = lent.get(number);
      if (standing == null || !standing.until().isAfter(now)) {
        return lend(number, new Lent(holder, standing == null ? now : standing.until(), now.plus(length)));
      }
    }
    throw new CodeCounterUnavailable("all numbers are lent");
  }

  private Loan lend(int number, Lent to) {
    lent.put(number, to);
    return to.loan(number);
  }
}
