package dev.hexlink.postgres.store;

import dev.hexlink.application.spi.PortUnavailable;

/** How a port says that the store gave no answer. */
@FunctionalInterface
public interface Outage {
  PortUnavailable of(String message, Throwable cause);
}
