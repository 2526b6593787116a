package dev.hexlink.rabbitmq;

/**
 * What came of a letter.
 *
 * @param confirmed whether the broker has taken responsibility for it
 * @param usable whether the connection can be used further
 * @param why why it was not confirmed
 */
record Fate(boolean confirmed, boolean usable, String why) {
  static final Fate CONFIRMED = new Fate(true, true, "");
  static final Fate REFUSED = new Fate(false, true, "its queue refuses letters; is it full?");
  /** Dialling again declares what is missing. */
  static final Fate RETURNED = new Fate(false, false, "no queue took the letter");
  static final Fate LATE = new Fate(false, false, "no confirmation in time");

  /** The broker says when it takes letters again, on the same connection. */
  static Fate blocked(String alarm) {
    return new Fate(false, true, "the broker takes no letters: " + alarm);
  }

  static Fate lost(String why) {
    return new Fate(false, false, why);
  }
}
