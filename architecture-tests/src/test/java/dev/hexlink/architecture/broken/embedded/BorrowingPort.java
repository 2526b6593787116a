package dev.hexlink.architecture.broken.embedded;

import dev.hexlink.architecture.broken.application.spi.Port;

/** An adapter whose test makes another. */
public final class BorrowingPort implements Port {
  @Override
  public String answer() {
    return "here";
  }
}
