package dev.hexlink.domain.link;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The identity of a link for as long as the store exists, whatever its key and target. A UUID of version 7 (RFC 9562), so ids sort by birth. */
public record LinkId(UUID value) implements Comparable<LinkId> {
  /**
   * The id of a link born at an instant.
   *
   * @param high 12 random bits are taken from it
   * @param low 62 random bits are taken from it
   */
  public static LinkId of(Instant birth, long high, long low) {
    long mostSignificant = (birth.toEpochMilli() << 16) | 0x7000L | (high & 0x0fffL);
    long leastSignificant = (low & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new LinkId(new UUID(mostSignificant, leastSignificant));
  }

  /** Reads the usual text form of a UUID; empty when the text is anything else. */
  public static Optional<LinkId> parse(String text) {
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return Optional.empty();
    }
    return Optional.of(new LinkId(UUID.fromString(text)));
  }

  /** When the link was born, in whole milliseconds. */
  public Instant birth() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  @Override
  public int compareTo(LinkId other) {
    int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
