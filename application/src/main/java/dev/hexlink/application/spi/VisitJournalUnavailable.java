package dev.hexlink.application.spi;

/** The journal did not take the visit: its bound is reached, its disk is full or failing, or it is closed. */
public final class VisitJournalUnavailable extends PortUnavailable {
  public VisitJournalUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public VisitJournalUnavailable(String message) {
    super(message);
  }
}
