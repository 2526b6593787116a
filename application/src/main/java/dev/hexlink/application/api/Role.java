package dev.hexlink.application.api;

/** A part of the work that an instance takes on; each can be scaled for itself. */
public enum Role {
  /** Answers redirects. */
  REDIRECT,
  /** Answers the REST API. */
  API,
  /** Takes visits from the queue and settles them. */
  WORKER,
  /** Leases counts to other instances. */
  KEYGEN
}
