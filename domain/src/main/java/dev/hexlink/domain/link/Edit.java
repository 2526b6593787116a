package dev.hexlink.domain.link;

import org.jspecify.annotations.Nullable;

/** What a patch does to one field. */
public sealed interface Edit<T> {
  /** Leaves the field as it is. */
  record Keep<T>() implements Edit<T> {}

  /** Gives the field another value, or none (null). */
  record To<T>(@Nullable T value) implements Edit<T> {}

  static <T> Edit<T> keep() {
    return new Keep<>();
  }

  static <T> Edit<T> to(@Nullable T value) {
    return new To<>(value);
  }

  /** The field's value after the edit. */
  default @Nullable T appliedTo(@Nullable T current) {
    return switch (this) {
      case Keep<T> _ -> current;
      case To<T>(var value) -> value;
    };
  }
}
