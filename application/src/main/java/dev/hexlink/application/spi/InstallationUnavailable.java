package dev.hexlink.application.spi;

/** What is fixed for good in the store could not be read. */
public final class InstallationUnavailable extends PortUnavailable {
  public InstallationUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
