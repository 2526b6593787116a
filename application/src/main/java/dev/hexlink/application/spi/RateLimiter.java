package dev.hexlink.application.spi;

import java.time.Duration;

/** Limits how often something may happen, on its own clock: each call is one atomic decision among all instances that share the limiter. */
public interface RateLimiter {
  /**
   * Takes up to {@code wanted} units out of a bucket that holds {@code rate.units()} and fills evenly over {@code rate.per()}.
   *
   * @return how many were granted, from 0 to {@code wanted}
   * @throws RateLimiterUnavailable if it did not answer
   */
  Grant take(String bucket, int wanted, Rate rate);

  /** So many units in so long. */
  record Rate(int units, Duration per) {
    /**
     * @throws IllegalArgumentException unless both are positive
     */
    public Rate {
      if (units < 1 || !per.isPositive()) {
        throw new IllegalArgumentException("not a rate: " + units + " per " + per);
      }
    }
  }

  /**
   * What was decided.
   *
   * @param granted how many units were taken
   * @param remaining how many could still be taken now
   * @param retryAfter when at least one more will be there; zero when one is there now
   * @param resetAfter when the bucket will be full again
   */
  record Grant(int granted, int remaining, Duration retryAfter, Duration resetAfter) {}
}
