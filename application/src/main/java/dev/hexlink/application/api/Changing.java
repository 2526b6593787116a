package dev.hexlink.application.api;

import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.TargetRefusal;

/** What came of a wish to change, retire or restore a link. An outage throws instead. */
public sealed interface Changing {
  /** Done; or nothing was left to do. */
  record Changed(LinkView link) implements Changing {}

  /** There is no such link, or it is retired and must be restored first. */
  record NoSuchLink() implements Changing {}

  /** The caller had another version in mind than this one. */
  record VersionConflict(Link current) implements Changing {}

  record TargetRefused(TargetRefusal why) implements Changing {}

  /** The link would end before it begins. */
  record WindowRefused() implements Changing {}
}
