package dev.hexlink.postgres.visits;

import java.time.Instant;

/** A time from a whole millisecond to another, exclusive. */
record Span(Instant from, Instant to) {
  /** The whole milliseconds from {@code from} to {@code to}, exclusive. */
  static Span between(Instant from, Instant to) {
    return new Span(Moments.notBefore(from), Moments.notBefore(to));
  }

  /** The part of it that is not before a moment. */
  Span since(Instant moment) {
    return moment.isAfter(from) ? new Span(moment, to) : this;
  }

  /** The part of it up to a moment, inclusive. */
  Span until(Instant moment) {
    Instant end = Moments.notBefore(moment).plusMillis(1);
    return end.isBefore(to) ? new Span(from, end) : this;
  }

  boolean isEmpty() {
    return !from.isBefore(to);
  }

  int firstQuarter() {
    return Moments.quarterOf(from);
  }

  int lastQuarter() {
    return Moments.quarterOf(to.minusMillis(1));
  }
}
