package dev.hexlink.application.spi;

/** Whether a budget has visits left is not known; the redirect must not be answered. */
public final class VisitBudgetUnavailable extends PortUnavailable {
  public VisitBudgetUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
