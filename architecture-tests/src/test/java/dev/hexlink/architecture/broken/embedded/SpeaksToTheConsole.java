package dev.hexlink.architecture.broken.embedded;

/** Prints where nobody looks. */
@SuppressWarnings("SystemOut") // broken on purpose
public final class SpeaksToTheConsole {
  public void speak() {
    System.out.println("hello");
  }
}
