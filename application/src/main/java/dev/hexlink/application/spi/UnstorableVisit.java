package dev.hexlink.application.spi;

/** The store cannot hold a visit as it is, however often it is tried. */
public final class UnstorableVisit extends RuntimeException {
  public UnstorableVisit(String message, Throwable cause) {
    super(message, cause);
  }
}
