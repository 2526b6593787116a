package dev.hexlink.http.json;

import java.util.List;
import java.util.Map;

/** A JSON value from outside. */
public sealed interface Json {
  record Text(String value) implements Json {}

  /** A number without fraction or exponent, as far as a {@code long} reaches. */
  record Whole(long value) implements Json {}

  /** Any other number. */
  record OtherNumber() implements Json {}

  record Flag(boolean value) implements Json {}

  record Nothing() implements Json {}

  record Items(List<Json> values) implements Json {}

  /** An object; its fields keep their order. */
  record Fields(Map<String, Json> values) implements Json {}
}
