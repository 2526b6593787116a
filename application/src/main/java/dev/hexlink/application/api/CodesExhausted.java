package dev.hexlink.application.api;

/** Too many generated codes in a row were taken; trying again later is right. */
public final class CodesExhausted extends RuntimeException {
  public CodesExhausted(int attempts) {
    super(attempts + " generated codes in a row were taken");
  }
}
