package dev.hexlink.application.spi;

/** A port gave no answer: neither yes nor no is known. Never to be read as absence. */
public abstract class PortUnavailable extends RuntimeException {
  protected PortUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  protected PortUnavailable(String message) {
    super(message);
  }
}
