package dev.hexlink.application.api;

/** What came of a wish for statistics. An outage throws instead. */
public sealed interface StatisticsOutcome {
  record Shown(Statistics statistics) implements StatisticsOutcome {}

  record NoSuchLink() implements StatisticsOutcome {}

  /** The range ends before it begins. */
  record RangeRefused() implements StatisticsOutcome {}

  /** The series would have more steps than {@code most}. */
  record TooManySteps(int most) implements StatisticsOutcome {}
}
