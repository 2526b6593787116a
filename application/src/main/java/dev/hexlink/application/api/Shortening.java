package dev.hexlink.application.api;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.SlugRefusal;
import dev.hexlink.domain.link.TargetRefusal;

/** What came of a wish for a short link. An outage throws instead. */
public sealed interface Shortening {
  /** The link is new; or the same request made it before, and this is its answer again. */
  record Created(Link link) implements Shortening {}

  /** An equal link was there. */
  record AlreadyThere(Link link) implements Shortening {}

  /** The chosen slug belongs to another link, now or formerly. */
  record SlugTaken(ShortCode slug) implements Shortening {}

  record SlugRefused(SlugRefusal why) implements Shortening {}

  record TargetRefused(TargetRefusal why) implements Shortening {}

  /** The idempotency key was used for another request. */
  record IdempotencyKeyReused() implements Shortening {}
}
