package dev.hexlink.application.spi;

/** The pool of pre-generated codes gave no answer. */
public final class CodePoolUnavailable extends PortUnavailable {
  public CodePoolUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
