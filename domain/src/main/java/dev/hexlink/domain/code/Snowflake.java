package dev.hexlink.domain.code;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A policy without a counter: 41 bits of milliseconds since 2026, 10 of a leased worker number, 12 of a sequence, permuted under the key and
 * written in as many symbols as 63 bits need (11 in base62). Source of the layout: Twitter's Snowflake, 2010.
 */
public record Snowflake() implements AllocationPolicy {
  public static final int WORKERS = 1 << 10;
  private static final int SEQUENCES = 1 << 12;
  private static final long TICKS = 1L << 41;
  private static final long EPOCH_MILLIS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  /** A position in the sequence of one worker: the millisecond since 2026 and the number within it. */
  public record Mark(long tick, int sequence) {
    /** The mark just before everything issued from this instant on. */
    public static Mark before(Instant instant) {
      return new Mark(instant.toEpochMilli() - EPOCH_MILLIS - 1, SEQUENCES - 1);
    }

    /**
     * The next mark of this worker at a time. Never goes back: a clock that was set back, or a millisecond that is used up, borrows from the
     * next millisecond.
     */
    public Mark next(Instant now) {
      long present = now.toEpochMilli() - EPOCH_MILLIS;
      if (present > tick) {
        return new Mark(present, 0);
      }
      return sequence + 1 < SEQUENCES ? new Mark(tick, sequence + 1) : new Mark(tick + 1, 0);
    }

    /** When this mark's millisecond begins. */
    public Instant instant() {
      return Instant.ofEpochMilli(tick + EPOCH_MILLIS);
    }
  }

  /**
   * The number of a mark and a worker, unique as long as no two holders share a worker number at the same mark.
   *
   * @throws IllegalArgumentException if the worker is outside 0 to 1023 or the mark outside 2026 to 2095
   */
  public static long number(Mark mark, int worker) {
    if (worker < 0 || worker >= WORKERS) {
      throw new IllegalArgumentException("a worker number is from 0 to " + (WORKERS - 1) + ", not " + worker);
    }
    if (mark.tick() < 0 || mark.tick() >= TICKS) {
      throw new IllegalArgumentException("outside the years a snowflake can tell: " + mark.instant());
    }
    return (mark.tick() * WORKERS + worker) * SEQUENCES + mark.sequence();
  }

  /** The code of a number. Numbers below 2^63 - 1 have different codes. */
  public static ShortCode codeOf(long number, CodeKey key, Alphabet alphabet) {
    return new ShortCode(alphabet.write(new CodePermutation(key, Long.MAX_VALUE).permute(number), lengthIn(alphabet)));
  }

  /** The number whose code this is; empty when no number has it. */
  public static OptionalLong numberOf(ShortCode code, CodeKey key, Alphabet alphabet) {
    if (code.value().length() != lengthIn(alphabet)) {
      return OptionalLong.empty();
    }
    long permuted = alphabet.read(code.value());
    return permuted < 0 || permuted == Long.MAX_VALUE
        ? OptionalLong.empty()
        : OptionalLong.of(new CodePermutation(key, Long.MAX_VALUE).invert(permuted));
  }

  private static int lengthIn(Alphabet alphabet) {
    int length = 0;
    for (long rest = Long.MAX_VALUE; rest > 0; rest /= alphabet.size()) {
      length++;
    }
    return length;
  }
}
