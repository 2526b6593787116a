package dev.hexlink.architecture.broken.embedded;

import dev.hexlink.architecture.broken.application.spi.Port;

/** An adapter that keeps its contract. */
public final class ProvenPort implements Port {
  @Override
  public String answer() {
    return "here";
  }
}
