package dev.hexlink.application.api;

/** More was asked at once than can be done, and this can wait; trying again later is right. */
public final class Overloaded extends RuntimeException {
  public Overloaded(String work) {
    super("too much is asked at once for " + work);
  }
}
