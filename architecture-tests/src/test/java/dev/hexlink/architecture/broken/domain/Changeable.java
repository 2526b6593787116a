package dev.hexlink.architecture.broken.domain;

/** A value that changes. */
public final class Changeable {
  private int number;

  public int next() {
    return ++number;
  }
}
