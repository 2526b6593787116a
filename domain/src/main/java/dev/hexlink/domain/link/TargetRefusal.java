package dev.hexlink.domain.link;

/** Why a target may not be shortened. */
public enum TargetRefusal {
  /** The text is empty or longer than 2,048 characters. */
  EMPTY, TOO_LONG,
  /** The WHATWG standard does not parse the text, or only by repairing it. */
  MALFORMED,
  /** Another scheme than http and https. */
  SCHEME,
  /** A user name or password, even an empty one, stands in the URL. */
  CREDENTIALS,
  /** The host has no dot, so it is not a name of the public internet. */
  HOST_WITHOUT_DOT,
  /** The target is a short link of this very server, which would be followed in circles. */
  OWN_SHORT_LINK
}
