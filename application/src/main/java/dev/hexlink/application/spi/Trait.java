package dev.hexlink.application.spi;

/** What visits can be grouped by. */
public enum Trait {
  /** The referring host in lower case; empty for direct visits. */
  REFERRER, BROWSER, OPERATING_SYSTEM,
  /** The kind of machine in lower case, such as {@code mobile}. */
  DEVICE,
  /** {@code true} when the visit was automated, otherwise {@code false}. */
  BOT
}
