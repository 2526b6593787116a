package dev.hexlink.application.spi;

/** The authority on links gave no answer. */
public final class LinksUnavailable extends PortUnavailable {
  public LinksUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public LinksUnavailable(String message) {
    super(message);
  }
}
