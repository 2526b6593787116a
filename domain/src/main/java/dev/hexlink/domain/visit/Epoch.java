package dev.hexlink.domain.visit;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** One opening of a journal: a random value of 128 bits, written as 32 hexadecimal digits. With a sequence it makes a visit unique for good. */
public record Epoch(long high, long low) implements Comparable<Epoch> {
  /** Reads 32 hexadecimal digits; empty when the text is anything else. */
  public static Optional<Epoch> parse(String text) {
    if (!text.matches("[0-9a-fA-F]{32}")) {
      return Optional.empty();
    }
    return Optional
        .of(new Epoch(HexFormat.fromHexDigitsToLong(text, 0, 16), HexFormat.fromHexDigitsToLong(text, 16, 32)));
  }

  @Override
  public int compareTo(Epoch other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(ByteBuffer.allocate(16).putLong(high).putLong(low).array());
  }
}
