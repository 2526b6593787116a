package dev.hexlink.application.spi;

import dev.hexlink.domain.link.LinkId;

/** Keeps a link from being followed more often than allowed, across crashes and instances. Units that were taken may be lost. */
public interface VisitBudget {
  /**
   * Takes up to {@code units} out of what is left of {@code allowed}, durably, before it returns. What all calls for a link took never exceeds the
   * highest {@code allowed} they named.
   *
   * @return how many were granted, 0 when the budget is used up
   * @throws VisitBudgetUnavailable if it did not answer; the units may be lost
   */
  int take(LinkId link, long allowed, int units);
}
