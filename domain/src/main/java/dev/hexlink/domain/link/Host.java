package dev.hexlink.domain.link;

import java.util.Locale;
import java.util.Optional;

/**
 * A host name that short URLs are served under: lower case, ASCII, optionally with a port, at most 255 characters. {@link #DEFAULT} stands for the
 * base URL's host, whatever that is today, so that a move to another name keeps every link.
 */
public record Host(String name) implements Comparable<Host> {
  private static final int LONGEST = 255;
  public static final Host DEFAULT = new Host("default");

  /**
   * @throws IllegalArgumentException if the name is not a host name in lower case
   */
  public Host {
    if (!isHost(name)) {
      throw new IllegalArgumentException("not a host name: " + name);
    }
  }

  /** Reads a host name in any case; empty when the text is anything else. */
  public static Optional<Host> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return isHost(lower) ? Optional.of(new Host(lower)) : Optional.empty();
  }

  public boolean isDefault() {
    return equals(DEFAULT);
  }

  private static boolean isHost(String text) {
    return text.length() <= LONGEST
        && text.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?");
  }

  @Override
  public int compareTo(Host other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
