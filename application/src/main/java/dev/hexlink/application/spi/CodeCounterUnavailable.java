package dev.hexlink.application.spi;

/** No block of codes could be leased, or no worker number. */
public final class CodeCounterUnavailable extends PortUnavailable {
  public CodeCounterUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public CodeCounterUnavailable(String message) {
    super(message);
  }
}
