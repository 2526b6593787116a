package dev.hexlink.postgres.store;

/** A kind of work that has connections of its own, so that no other kind can use them up. */
public enum Pool {
  /** Redirects, and the log of changes that keeps their caches right: better no answer than a late one. */
  REDIRECT,
  /** Requests of the API, and what an instance asks at its start. */
  API,
  /** Visits on their way into the store. */
  WORKER,
  /** Statistics; asked of the replica, where there is one. */
  STATISTICS
}
