package dev.hexlink.application.spi;

/** The store of visits gave no answer. */
public final class VisitsUnavailable extends PortUnavailable {
  public VisitsUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
