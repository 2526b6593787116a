package dev.hexlink.architecture.broken.application;

import java.util.function.LongSupplier;

/** The application hands on the system's clock. */
public final class LooksAtTheClockByReference {
  public LongSupplier time() {
    return System::nanoTime;
  }
}
