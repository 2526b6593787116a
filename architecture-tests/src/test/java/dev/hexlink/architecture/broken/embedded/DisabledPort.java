package dev.hexlink.architecture.broken.embedded;

import dev.hexlink.architecture.broken.application.spi.Port;

/** An adapter whose test is switched off. */
public final class DisabledPort implements Port {
  @Override
  public String answer() {
    return "here";
  }
}
