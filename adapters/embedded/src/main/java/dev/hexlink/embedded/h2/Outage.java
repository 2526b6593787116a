package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.PortUnavailable;

/** How a port says that the store gave no answer. */
@FunctionalInterface
interface Outage {
  PortUnavailable of(String message, Throwable cause);
}
