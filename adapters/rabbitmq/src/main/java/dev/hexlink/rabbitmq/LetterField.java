package dev.hexlink.rabbitmq;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names on the wire of what a letter says of a visit, in the order in which they are written. All must be there. */
enum LetterField {
  EPOCH("epoch"), SEQUENCE("sequence"), LINK_ID("link_id"), HOST("host"), SHORT_CODE("short_code"), TIMESTAMP(
      "timestamp"), IP("ip"), VISITOR("visitor"), USER_AGENT("user_agent"), REFERRER("referrer"), PREFETCH("prefetch");

  /** The version of the format that is written, and the only one that is read. */
  static final int FORMAT = 1;
  static final String VERSION = "version";
  static final String VISITS = "visits";

  private static final Map<String, LetterField> BY_NAME = Arrays.stream(values())
      .collect(Collectors.toUnmodifiableMap(field -> field.wire, Function.identity()));

  private final String wire;

  LetterField(String wire) {
    this.wire = wire;
  }

  /** The name on the wire. */
  String wire() {
    return wire;
  }

  static @Nullable LetterField named(String wire) {
    return BY_NAME.get(wire);
  }
}
