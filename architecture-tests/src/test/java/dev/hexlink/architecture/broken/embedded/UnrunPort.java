package dev.hexlink.architecture.broken.embedded;

import dev.hexlink.architecture.broken.application.spi.Port;

/** An adapter whose test has a name that is never run. */
public final class UnrunPort implements Port {
  @Override
  public String answer() {
    return "here";
  }
}
