package dev.hexlink.contracts;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.WorkerNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Worker numbers on the heap, under one lock. */
class HeapWorkerNumbers implements WorkerNumbers {
  private static final int MOST = 1_024;
  final Alone alone = new Alone();
  final Map<Integer, Lent> lent = new ConcurrentHashMap<>();

  record Lent(String holder, Loan loan) {}

  @Override
  public Loan borrow(String holder, Instant now, Duration length) {
    return alone.get(() -> {
      int number = own(holder, now).or(() -> free(now))
          .orElseThrow(() -> new CodeCounterUnavailable("every worker number is lent"));
      return lend(number, holder, now, length);
    });
  }

  Optional<Integer> own(String holder, Instant now) {
    return lent.values().stream().filter(each -> each.holder().equals(holder) && each.loan().until().isAfter(now))
        .map(each -> each.loan().number()).findFirst();
  }

  Optional<Integer> free(Instant now) {
    return IntStream.range(0, MOST).boxed().filter(number -> isFree(number, now)).findFirst();
  }

  boolean isFree(int number, Instant now) {
    Lent last = lent.get(number);
    return last == null || !last.loan().until().isAfter(now);
  }

  Loan lend(int number, String holder, Instant now, Duration length) {
    Loan loan = new Loan(number, now, now.plus(length));
    lent.put(number, new Lent(holder, loan));
    return loan;
  }
}
