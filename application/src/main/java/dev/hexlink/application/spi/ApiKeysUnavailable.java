package dev.hexlink.application.spi;

/** Whether an API key is known could not be told. */
public final class ApiKeysUnavailable extends PortUnavailable {
  public ApiKeysUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
