package dev.hexlink.application.api;

import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.util.List;

/** Has links remembered before anyone asks for them, as before a campaign. Blocks; throws {@code PortUnavailable} on an outage. */
public interface WarmLinks {
  /** So many can be named at a time. */
  int MOST_NAMED = 10_000;

  /** Remembers links now, in this instance and in what instances share. */
  Warmed warm(List<LinkKey> keys);

  /**
   * Pins a link: every round of warming remembers it, however seldom it is followed.
   */
  Pinning pin(LinkKey key);

  /** Unpins a link; false when there never was such a link. */
  boolean unpin(LinkKey key);

  /** The pinned links in service, in the order they were pinned. */
  List<Route> pinned();

  /** What came of a wish to pin a link. */
  enum Pinning {
    PINNED,
    /** There is no such link in service. */
    NO_SUCH_LINK,
    /** As many as can be are pinned. */
    TOO_MANY
  }

  /**
   * What came of it.
   *
   * @param remembered how many are remembered now
   * @param unknown those that no link has
   */
  record Warmed(int remembered, List<LinkKey> unknown) {
    public Warmed {
      unknown = List.copyOf(unknown);
    }
  }
}
