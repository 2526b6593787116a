package dev.hexlink.application.spi;

import dev.hexlink.domain.visit.Traits;

/** Reads user agents. Answers {@link Traits#UNKNOWN} for what it does not know; never throws. */
public interface UserAgents {
  Traits traitsOf(String userAgent);
}
