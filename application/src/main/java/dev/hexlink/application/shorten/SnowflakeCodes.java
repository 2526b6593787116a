package dev.hexlink.application.shorten;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.WorkerNumbers;
import dev.hexlink.application.spi.WorkerNumbers.Loan;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.CodeKey;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Snowflake;
import dev.hexlink.domain.code.WordPolicy;
import dev.hexlink.domain.link.CodeOrigin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Codes from time, a borrowed worker number and a sequence. The loan is renewed when two thirds of it have passed; while that fails, it is used to
 * its end.
 */
public final class SnowflakeCodes implements CodeAllocator {
  private static final Duration LOAN = Duration.ofMinutes(10);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final long ALMOST_A_MILLISECOND = 999_999;

  private final WorkerNumbers workers;
  private final String holder;
  private final CodeKey key;
  private final Alphabet alphabet;
  private final WordPolicy words;
  private final InstantSource clock;

  private @Nullable Loan loan;
  private Instant renewAfter = Instant.MIN;
  private Snowflake.Mark mark = Snowflake.Mark.before(Instant.EPOCH);

  /**
   * @param holder unique for each start of an instance
   */
  public SnowflakeCodes(WorkerNumbers workers, String holder, CodeKey key, Alphabet alphabet, WordPolicy words,
      InstantSource clock) {
    this.workers = workers;
    this.holder = holder;
    this.key = key;
    this.alphabet = alphabet;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public synchronized AllocatedCode next() {
    while (true) {
      Instant now = clock.instant();
      Snowflake.Mark next = mark.next(now);
      Loan valid = loanFor(next.instant(), now);
      Instant first = firstWholeMillisecond(valid.from());
      if (next.instant().isBefore(first)) {
        next = Snowflake.Mark.before(first).next(first);
      }
      mark = next;
      ShortCode code = Snowflake.codeOf(Snowflake.number(next, valid.number()), key, alphabet);
      if (words.allowsGenerated(code)) {
        return new AllocatedCode(code, new CodeOrigin.Drawn());
      }
    }
  }

  @Override
  public void collided(AllocatedCode code) {
    // Chance or a chosen slug: the next mark is another code anyway.
  }

  private Loan loanFor(Instant moment, Instant now) {
    Loan current = loan;
    if (current != null && !moment.isAfter(renewAfter)) {
      return current;
    }
    try {
      Loan renewed = workers.borrow(holder, moment.isAfter(now) ? moment : now, LOAN);
      loan = renewed;
      renewAfter = renewed.until().minus(LOAN.dividedBy(3));
      return renewed;
    } catch (CodeCounterUnavailable e) {
      if (current == null || !moment.plus(RETRY_AFTER).isBefore(current.until())) {
        throw e;
      }
      renewAfter = moment.plus(RETRY_AFTER);
      return current;
    }
  }

  private static Instant firstWholeMillisecond(Instant from) {
    return from.plusNanos(ALMOST_A_MILLISECOND).truncatedTo(ChronoUnit.MILLIS);
  }
}
