package dev.hexlink.domain.link;

import dev.hexlink.domain.code.ShortCode;
import java.util.Comparator;

/** What a link is found under: host and code. Held by at most one link, for good. */
public record LinkKey(Host host, ShortCode code) implements Comparable<LinkKey> {
  private static final Comparator<LinkKey> ORDER = Comparator.comparing(LinkKey::host).thenComparing(LinkKey::code);

  /** The key of a code under the default host. */
  public static LinkKey of(ShortCode code) {
    return new LinkKey(Host.DEFAULT, code);
  }

  @Override
  public int compareTo(LinkKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return host + "/" + code;
  }
}
