package dev.hexlink.application.spi;

import java.time.Duration;
import java.time.Instant;

/** Lends the worker numbers that snowflake codes carry. A number is lent to one holder at a time. */
public interface WorkerNumbers {
  /**
   * Borrows a free number, 0 to 1023, or lengthens the holder's own loan.
   *
   * @param holder who borrows: unique for each start of an instance
   * @param now the holder's time
   * @throws CodeCounterUnavailable if there is no answer or no free number
   */
  Loan borrow(String holder, Instant now, Duration length);

  /**
   * A number on loan. Its marks from {@code from} on, and before {@code until}, are the holder's alone: {@code from} is not before the end of any
   * earlier loan of the number.
   */
  record Loan(int number, Instant from, Instant until) {}
}
