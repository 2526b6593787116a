package dev.hexlink.embedded.h2;

/** The store's file could not be opened; the message says what to do. */
public final class StoreNotOpened extends RuntimeException {
  StoreNotOpened(String message, Throwable cause) {
    super(message, cause);
  }
}
