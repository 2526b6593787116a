package dev.hexlink.application.api;

import dev.hexlink.domain.link.Route;

/** What came of following a key. An outage throws instead. */
public sealed interface Following {
  /** It leads somewhere; the visit, if it counts, is recorded or counted as refused. */
  record To(Route route) implements Following {}

  /** No link has, or not yet shows, this key. */
  record Unknown() implements Following {}

  /** There was a link here. */
  record Gone(Why why) implements Following {}

  /** Why a link can no longer be followed. */
  enum Why {
    EXPIRED, USED_UP, RETIRED
  }
}
