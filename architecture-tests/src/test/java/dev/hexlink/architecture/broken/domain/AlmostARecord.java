package dev.hexlink.architecture.broken.domain;

import org.jspecify.annotations.Nullable;

/** A value with an equals of its own. */
public final class AlmostARecord {
  private final int number;

  public AlmostARecord(int number) {
    this.number = number;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AlmostARecord that && that.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
