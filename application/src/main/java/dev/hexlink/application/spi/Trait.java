package dev.hexlink.application.spi;

/** What visits can be grouped by. */
public enum Trait {
  /** The referring host in lower case; empty for direct visits. */
  REFERRER, BROWSER, OPERATING_SYSTEM, DEVICE,
  /** {@code true} or {@code false}. */
  BOT
}
