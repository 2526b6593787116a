package dev.hexlink.architecture.broken.embedded;

import dev.hexlink.architecture.broken.application.spi.Port;

/** An adapter that nobody tests. */
public final class UnprovenPort implements Port {
  @Override
  public String answer() {
    return "here";
  }
}
