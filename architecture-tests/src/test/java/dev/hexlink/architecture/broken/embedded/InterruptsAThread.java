package dev.hexlink.architecture.broken.embedded;

/** Interrupts whoever is in there. */
public final class InterruptsAThread {
  public void stop(Thread thread) {
    thread.interrupt();
  }
}
