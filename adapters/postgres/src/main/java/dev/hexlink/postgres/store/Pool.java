package dev.hexlink.postgres.store;

import java.time.Duration;

/** A kind of work that has connections of its own, so that no other kind can use them up. */
public enum Pool {
  /** Redirects, and the log of changes that keeps their caches right: better no answer than a late one. */
  REDIRECT(Duration.ofMillis(250), Duration.ofMillis(250)),
  /** Requests of the API, and what an instance asks at its start. */
  API(Duration.ofSeconds(1), Duration.ofSeconds(15)),
  /** Visits on their way into the store. */
  WORKER(Duration.ofSeconds(1), Duration.ofSeconds(15)),
  /** Statistics; asked of the replica, where there is one. */
  STATISTICS(Duration.ofSeconds(1), Duration.ofSeconds(1));

  private final Duration longestWait;
  private final Duration longestWaitForSchema;

  Pool(Duration longestWait, Duration longestWaitForSchema) {
    this.longestWait = longestWait;
    this.longestWaitForSchema = longestWaitForSchema;
  }

  /** How long to wait for a connection. */
  Duration longestWait() {
    return longestWait;
  }

  /** How long to wait while the schema is brought up to date, once after a start. */
  Duration longestWaitForSchema() {
    return longestWaitForSchema;
  }
}
