package dev.hexlink.application.spi;

/** The limiter gave no answer; whoever asked decides whether to go on without it. */
public final class RateLimiterUnavailable extends PortUnavailable {
  public RateLimiterUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
