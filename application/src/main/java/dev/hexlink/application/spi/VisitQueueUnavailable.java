package dev.hexlink.application.spi;

/** The queue did not confirm the batch; it may or may not be delivered, and publishing it again is safe. */
public final class VisitQueueUnavailable extends PortUnavailable {
  public VisitQueueUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public VisitQueueUnavailable(String message) {
    super(message);
  }
}
