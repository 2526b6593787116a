package dev.hexlink.application.api;

import dev.hexlink.domain.link.LinkKey;
import java.util.OptionalLong;

/** Changes links, takes them out of service and puts them back. Blocks; throws {@code PortUnavailable} on an outage. */
public interface ChangeLinks {
  /**
   * @param expectedVersion the version the caller has seen; empty to change whatever there is
   */
  Changing change(LinkKey key, ChangeRequest request, OptionalLong expectedVersion);

  /** Takes a link out of service; its key is never given to another. A link that is retired already is {@link Changing.NoSuchLink}. */
  Changing retire(LinkKey key, OptionalLong expectedVersion);

  /** Puts a retired link back into service; one in service stays as it is. */
  Changing restore(LinkKey key, OptionalLong expectedVersion);
}
