package dev.hexlink.architecture.broken.embedded;

/** Prints where nobody looks. */
public final class PrintsTheTrace {
  @SuppressWarnings("CatchAndPrintStackTrace") // broken on purpose
  public void fail() {
    try {
      throw new IllegalStateException("broken");
    } catch (IllegalStateException e) {
      e.printStackTrace();
    }
  }
}
