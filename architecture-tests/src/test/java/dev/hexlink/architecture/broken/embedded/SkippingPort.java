package dev.hexlink.architecture.broken.embedded;

import dev.hexlink.architecture.broken.application.spi.Port;

/** An adapter whose test leaves out a case. */
public final class SkippingPort implements Port {
  @Override
  public String answer() {
    return "here";
  }
}
