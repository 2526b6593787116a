package dev.hexlink.architecture.broken.application;

import java.util.UUID;

/** The application makes its own randomness. */
public final class DrawsByChance {
  public UUID draw() {
    return UUID.randomUUID();
  }
}
