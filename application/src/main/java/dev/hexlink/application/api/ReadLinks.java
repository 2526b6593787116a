package dev.hexlink.application.api;

import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.domain.link.LinkKey;
import java.util.Optional;

/** Shows links to their owners. Blocks; throws {@code PortUnavailable} on an outage. */
public interface ReadLinks {
  /** The link with this key, retired or not; empty when there is none. */
  Optional<LinkView> read(LinkKey key);

  /** The links in service that a query asks for, newest first. */
  LinkViewPage list(LinkQuery query);
}
