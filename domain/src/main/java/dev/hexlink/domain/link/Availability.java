package dev.hexlink.domain.link;

/** Whether a link may be followed at a moment, as far as the link itself can tell; a visit budget is asked apart. */
public enum Availability {
  ACTIVE, NOT_YET, EXPIRED, RETIRED
}
